package dev.schemasync.testkit.terminal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/** The few functions of the C library that make and use a pseudo-terminal (POSIX.1-2017). */
@SuppressWarnings("restricted")
final class LibC {
  static final int O_RDWR = 2;
  private static final short POLLIN = 1;
  private static final int LONGEST_NAME = 1024;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();

  private static final MethodHandle POSIX_OPENPT =
      intFunction("posix_openpt", ValueLayout.JAVA_INT);
  private static final MethodHandle GRANTPT = intFunction("grantpt", ValueLayout.JAVA_INT);
  private static final MethodHandle UNLOCKPT = intFunction("unlockpt", ValueLayout.JAVA_INT);
  private static final MethodHandle CLOSE = intFunction("close", ValueLayout.JAVA_INT);
  private static final MethodHandle PTSNAME =
      function("ptsname", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle READ = transfer("read");
  private static final MethodHandle WRITE = transfer("write");
  private static final MethodHandle POLL =
      intFunction("poll", ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);

  private LibC() {}

  private static MethodHandle intFunction(String name, MemoryLayout... arguments) {
    return function(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
  }

  private static MethodHandle transfer(String name) {
    return function(
        name,
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG));
  }

  private static MethodHandle function(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(SYMBOLS.findOrThrow(name), type);
  }

  /** Opens the master side of a new pseudo-terminal, ready for the other side to be opened. */
  static int openMaster() throws IOException {
    int master = check("posix_openpt", call(POSIX_OPENPT, O_RDWR));
    check("grantpt", call(GRANTPT, master));
    check("unlockpt", call(UNLOCKPT, master));
    return master;
  }

  /** The path of the other side. */
  static String slaveName(int master) throws IOException {
    try {
      MemorySegment name = (MemorySegment) PTSNAME.invokeExact(master);
      if (name.equals(MemorySegment.NULL)) {
        throw new IOException("ptsname failed");
      }
      return name.reinterpret(LONGEST_NAME).getString(0, StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void close(int descriptor) throws IOException {
    check("close", call(CLOSE, descriptor));
  }

  /** Reads what there is, waiting for it at most so long; empty if there was nothing. */
  static byte[] read(int descriptor, int milliseconds) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      // struct pollfd { int fd; short events; short revents; }
      MemorySegment poll = arena.allocate(8, 4);
      poll.set(ValueLayout.JAVA_INT, 0, descriptor);
      poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
      int ready = check("poll", (int) POLL.invokeExact(poll, 1L, milliseconds));
      if (ready == 0 || (poll.get(ValueLayout.JAVA_SHORT, 6) & POLLIN) == 0) {
        return new byte[0];
      }
      MemorySegment buffer = arena.allocate(1 << 16);
      long count = (long) READ.invokeExact(descriptor, buffer, buffer.byteSize());
      return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void write(int descriptor, byte[] bytes) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      long count = (long) WRITE.invokeExact(descriptor, buffer, (long) bytes.length);
      if (count != bytes.length) {
        throw new IOException("wrote %d of %d bytes".formatted(count, bytes.length));
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static int call(MethodHandle function, int argument) {
    try {
      return (int) function.invokeExact(argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static int check(String function, int result) throws IOException {
    if (result < 0) {
      throw new IOException(function + " failed");
    }
    return result;
  }
}
