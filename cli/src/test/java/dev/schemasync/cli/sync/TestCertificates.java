package dev.schemasync.cli.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** Makes certificates with nothing but the JDK. */
final class TestCertificates {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OCTETS = 0x04;

  private static final byte[] TRUE = {1, 1, (byte) 0xFF};
  private static final byte[] ECDSA_WITH_SHA256 =
      der(SEQUENCE, new byte[] {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2});
  private static final byte[] COMMON_NAME = {6, 3, 0x55, 4, 3};
  private static final byte[] ALTERNATIVE_NAME = {6, 3, 0x55, 0x1D, 17};
  private static final byte[] BASIC_CONSTRAINTS = {6, 3, 0x55, 0x1D, 19};

  private TestCertificates() {}

  /** A certificate and its key. */
  record Identity(String name, X509Certificate certificate, PrivateKey key) {}

  /** An authority that signs others. */
  static Identity authority(String name) throws GeneralSecurityException {
    KeyPair keys = ellipticCurve();
    byte[] isAuthority = der(SEQUENCE, BASIC_CONSTRAINTS, TRUE, der(OCTETS, der(SEQUENCE, TRUE)));
    return signed(name, keys, isAuthority, name, keys.getPrivate());
  }

  static Identity client(String name, KeyPair keys, Identity authority)
      throws GeneralSecurityException {
    byte[] noAuthority = der(SEQUENCE, BASIC_CONSTRAINTS, der(OCTETS, der(SEQUENCE)));
    return signed(name, keys, noAuthority, authority.name(), authority.key());
  }

  /** A server at 127.0.0.1. */
  static Identity server(String name, KeyPair keys, Identity authority)
      throws GeneralSecurityException {
    byte[] address = der(0x87, new byte[] {127, 0, 0, 1});
    byte[] alternative = der(SEQUENCE, ALTERNATIVE_NAME, der(OCTETS, der(SEQUENCE, address)));
    return signed(name, keys, alternative, authority.name(), authority.key());
  }

  static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** On the curve P-256. */
  static KeyPair ellipticCurve() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static Identity signed(
      String name, KeyPair keys, byte[] extension, String issuer, PrivateKey signer)
      throws GeneralSecurityException {
    byte[] content =
        der(
            SEQUENCE,
            der(0xA0, new byte[] {2, 1, 2}),
            new byte[] {2, 1, (byte) (1 + name.length())},
            ECDSA_WITH_SHA256,
            name(issuer),
            der(SEQUENCE, time("200101000000Z"), time("491231235959Z")),
            name(name),
            keys.getPublic().getEncoded(),
            der(0xA3, der(SEQUENCE, extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer);
    signature.update(content);
    byte[] whole =
        der(SEQUENCE, content, ECDSA_WITH_SHA256, der(3, new byte[] {0}, signature.sign()));
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole));
    return new Identity(name, certificate, keys.getPrivate());
  }

  private static byte[] name(String commonName) {
    return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(12, commonName.getBytes(UTF_8)))));
  }

  private static byte[] time(String text) {
    return der(0x17, text.getBytes(UTF_8));
  }

  /** One element of DER. */
  static byte[] der(int tag, byte[]... parts) {
    byte[] content = Bytes.concat(parts);
    int length = content.length;
    byte[] header =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return Bytes.concat(header, content);
  }

  /** What is inside PKCS #8, which says in 26 bytes that a key of 2,048 bits is one of RSA. */
  static byte[] pkcs1(PrivateKey rsa) {
    byte[] pkcs8 = rsa.getEncoded();
    return Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
  }
}
