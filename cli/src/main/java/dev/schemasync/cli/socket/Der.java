package dev.schemasync.cli.socket;

import com.google.common.primitives.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Wraps the two older forms of private keys into PKCS #8, the only one that Java reads. */
final class Der {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;

  /** What an EC key says of its curve, a component of its own in PKCS #8. */
  private static final int PARAMETERS = 0xA0;

  private static final byte[] VERSION_0 = {INTEGER, 1, 0};

  /** The identifier of RSA, 1.2.840.113549.1.1.1, and its absent parameters. */
  private static final byte[] RSA = {
    0x06, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 0x05, 0
  };

  /** The identifier of elliptic curves, 1.2.840.10045.2.1. */
  private static final byte[] EC = {0x06, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

  private record Element(int tag, ByteBuffer content) {}

  private Der() {}

  /** A PKCS #1 key as PKCS #8. */
  static byte[] pkcs8OfRsa(byte[] pkcs1) {
    return pkcs8(RSA, pkcs1);
  }

  /** A SEC 1 key as PKCS #8; empty if it is none, or does not name its curve. */
  static Optional<byte[]> pkcs8OfEc(byte[] sec1) {
    try {
      ByteBuffer parts = next(ByteBuffer.wrap(sec1)).content();
      while (parts.hasRemaining()) {
        Element part = next(parts);
        if (part.tag() == PARAMETERS) {
          byte[] curve = new byte[part.content().remaining()];
          part.content().get(curve);
          return Optional.of(pkcs8(Bytes.concat(EC, curve), sec1));
        }
      }
      return Optional.empty();
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return element(
        SEQUENCE,
        Bytes.concat(VERSION_0, element(SEQUENCE, algorithm), element(OCTET_STRING, key)));
  }

  private static byte[] element(int tag, byte[] content) {
    int length = content.length;
    byte[] header =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return Bytes.concat(header, content);
  }

  private static Element next(ByteBuffer data) {
    int tag = Byte.toUnsignedInt(data.get());
    int length = Byte.toUnsignedInt(data.get());
    if (length >= 0x80) {
      int digits = length - 0x80;
      length = 0;
      for (int i = 0; i < digits; i++) {
        length = length << 8 | Byte.toUnsignedInt(data.get());
      }
    }
    if (length < 0 || length > data.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer content = data.slice(data.position(), length);
    data.position(data.position() + length);
    return new Element(tag, content);
  }
}
