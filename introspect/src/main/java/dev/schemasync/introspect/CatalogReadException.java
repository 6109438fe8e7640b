package dev.schemasync.introspect;

import java.sql.SQLException;

/** The catalogs hold something that cannot be: the server is too new, or it changed meanwhile. */
public final class CatalogReadException extends SQLException {
  private static final long serialVersionUID = 1;

  public CatalogReadException(String message) {
    super(message);
  }
}
