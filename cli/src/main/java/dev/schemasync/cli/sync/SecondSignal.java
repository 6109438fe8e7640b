package dev.schemasync.cli.sync;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Ends a process that is ending already, when it is asked a second time. The virtual machine itself
 * lets the second Ctrl-C wait for the first.
 */
final class SecondSignal {
  private static final int SIGNALLED = 128;

  private SecondSignal() {}

  /** Prepares for it. */
  static void leave(Runnable farewell) {
    try {
      // By reflection, since every mention of these classes is a warning that nothing suppresses.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler leaving =
          (proxy, method, arguments) -> {
            farewell.run();
            int number = (int) signal.getMethod("getNumber").invoke(arguments[0]);
            Runtime.getRuntime().halt(SIGNALLED + number);
            throw new IllegalStateException("halted");
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, leaving);
      for (String name : List.of("INT", "TERM")) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another virtual machine, or one that was told to leave signals alone: then it waits.
    }
  }
}
