package dev.schemasync.introspect.query;

import org.jspecify.annotations.Nullable;

/**
 * The values of a row, one behind the other in one array. Where each ends stands before them, in
 * two bytes, or in four if two are too small; the highest bit of it marks a NULL.
 */
final class PackedValues {
  private static final int NARROW = Short.BYTES;
  private static final int WIDE = Integer.BYTES;

  /** The positions that two bytes hold beside the mark. */
  private static final int NARROW_END = 1 << 15;

  private final byte[] bytes;
  private final int count;
  private final int width;

  private PackedValues(byte[] bytes, int count, int width) {
    this.bytes = bytes;
    this.count = count;
    this.width = width;
  }

  static PackedValues of(byte[] @Nullable [] values) {
    int size = 0;
    for (byte[] value : values) {
      size += value == null ? 0 : value.length;
    }
    int narrow = values.length * NARROW + size;
    int width = narrow < NARROW_END ? NARROW : WIDE;
    int end = values.length * width;
    PackedValues packed = new PackedValues(new byte[end + size], values.length, width);
    for (int i = 0; i < values.length; i++) {
      byte[] value = values[i];
      if (value != null) {
        System.arraycopy(value, 0, packed.bytes, end, value.length);
        end += value.length;
      }
      packed.mark(i, end, value == null);
    }
    return packed;
  }

  private void mark(int i, int end, boolean isNull) {
    int last = (i + 1) * width - 1;
    for (int place = last, rest = end; place > last - width; place--, rest >>>= Byte.SIZE) {
      bytes[place] = (byte) rest;
    }
    if (isNull) {
      bytes[last - width + 1] |= Byte.MIN_VALUE;
    }
  }

  /** The array in which all values stand. */
  byte[] bytes() {
    return bytes;
  }

  boolean isNull(int i) {
    return bytes[i * width] < 0;
  }

  /** Where the value begins. */
  int from(int i) {
    return i == 0 ? count * width : to(i - 1);
  }

  /** Where the value ends. */
  int to(int i) {
    int first = i * width;
    int end = bytes[first] & Byte.MAX_VALUE;
    for (int place = first + 1; place < first + width; place++) {
      end = (end << Byte.SIZE) | (bytes[place] & 0xFF);
    }
    return end;
  }
}
