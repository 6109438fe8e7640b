package dev.schemasync.introspect.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedValuesTest {
  /** Rows on both sides of what two bytes can number, with NULLs and nothing everywhere. */
  static Stream<Object> rows() {
    return IntStream.of(0, 1, 127, 128, 255, 256, 32_000, 32_753, 32_754, 32_768, 65_536, 1 << 20)
        .mapToObj(
            size ->
                new byte[] @Nullable [] {
                  null, filled(size), new byte[0], null, filled(3), filled(0), null
                });
  }

  private static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    IntStream.range(0, size).forEach(i -> bytes[i] = (byte) i);
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void givesBackWhatItWasMadeOf(byte[] @Nullable [] values) {
    PackedValues packed = PackedValues.of(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(packed.isNull(i)).isEqualTo(values[i] == null);
      byte[] there = Arrays.copyOfRange(packed.bytes(), packed.from(i), packed.to(i));
      assertThat(there).isEqualTo(values[i] == null ? new byte[0] : values[i]);
    }
  }
}
