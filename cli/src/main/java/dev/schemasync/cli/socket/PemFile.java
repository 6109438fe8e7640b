package dev.schemasync.cli.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in the forms that OpenSSL writes; without armour, the bytes are DER. */
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  /** The kinds of keys that TLS knows; the DER says which it is, but only to the right one. */
  private static final ImmutableList<String> KEY_ALGORITHMS =
      ImmutableList.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private record Block(String label, String text) {
    boolean isCertificate() {
      return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
    }

    boolean isPrivateKey() {
      return label.endsWith("PRIVATE KEY");
    }
  }

  private final String name;
  private final byte[] content;
  private final ImmutableList<Block> blocks;

  private PemFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
    Matcher block = BLOCK.matcher(new String(content, ISO_8859_1));
    this.blocks =
        block
            .results()
            .map(found -> new Block(found.group(1), found.group(2)))
            .collect(ImmutableList.toImmutableList());
  }

  static PemFile read(String name) throws TlsFileException {
    try {
      return new PemFile(name, Files.readAllBytes(Path.of(name)));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new TlsFileException(name, "no such file", "correct the path");
    } catch (IOException e) {
      String reason = Files.isDirectory(Path.of(name)) ? "is a directory" : "cannot be read";
      throw new TlsFileException(name, reason, "let it be a PEM file that this user may read");
    }
  }

  /** All of them, in file order; never empty. */
  ImmutableList<X509Certificate> certificates() throws TlsFileException {
    ImmutableList.Builder<X509Certificate> certificates = ImmutableList.builder();
    if (blocks.isEmpty()) {
      certificates.add(certificate(content));
    }
    for (Block block : blocks) {
      if (block.isCertificate()) {
        certificates.add(certificate(decoded(block)));
      }
    }
    ImmutableList<X509Certificate> all = certificates.build();
    if (all.isEmpty()) {
      throw noCertificate();
    }
    return all;
  }

  private X509Certificate certificate(byte[] der) throws TlsFileException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw noCertificate();
    }
  }

  private TlsFileException noCertificate() {
    return new TlsFileException(
        name, "holds no certificate", "name a PEM file with BEGIN CERTIFICATE");
  }

  /** The first that it holds. */
  PrivateKey privateKey() throws GeneralSecurityException {
    if (blocks.isEmpty()) {
      return key(content);
    }
    Block block =
        blocks.stream().filter(Block::isPrivateKey).findFirst().orElseThrow(this::noPrivateKey);
    return switch (block.label()) {
      case "PRIVATE KEY" -> key(decoded(block));
      case "RSA PRIVATE KEY" -> key(Der.pkcs8OfRsa(decoded(block)));
      case "EC PRIVATE KEY" -> key(Der.pkcs8OfEc(decoded(block)).orElseThrow(this::noPrivateKey));
      case "ENCRYPTED PRIVATE KEY" -> throw encrypted();
      default -> throw noPrivateKey();
    };
  }

  private PrivateKey key(byte[] pkcs8) throws TlsFileException {
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8);
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException | NoSuchAlgorithmException e) {
        // Another kind of key.
      }
    }
    throw noPrivateKey();
  }

  private TlsFileException noPrivateKey() {
    return new TlsFileException(
        name,
        "holds no private key that can be read",
        "name a PEM file with BEGIN PRIVATE KEY; openssl pkey -in FILE writes one");
  }

  private TlsFileException encrypted() {
    return new TlsFileException(
        name,
        "the private key is encrypted, and nothing names its passphrase",
        "decrypt it: openssl pkey -in FILE -out NEWFILE");
  }

  private byte[] decoded(Block block) throws TlsFileException {
    if (block.text().contains("ENCRYPTED")) {
      throw encrypted();
    }
    try {
      return Base64.getMimeDecoder().decode(block.text());
    } catch (IllegalArgumentException e) {
      throw new TlsFileException(name, "is damaged", "name a PEM file");
    }
  }
}
