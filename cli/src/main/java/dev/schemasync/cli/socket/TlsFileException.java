package dev.schemasync.cli.socket;

import java.security.GeneralSecurityException;

/** A certificate or a key cannot be used. */
public final class TlsFileException extends GeneralSecurityException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String reason;
  private final String remedy;

  TlsFileException(String file, String reason, String remedy) {
    super(file + ": " + reason + "; " + remedy);
    this.file = file;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The file as the user named it. */
  public String file() {
    return file;
  }

  /** Why not. */
  public String reason() {
    return reason;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
