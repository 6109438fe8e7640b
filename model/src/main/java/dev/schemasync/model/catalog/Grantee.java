package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;

/** Who holds a privilege. */
public sealed interface Grantee extends Comparable<Grantee> {

  /** Everybody. */
  record Everybody() implements Grantee {
    @Override
    public String toString() {
      return "PUBLIC";
    }
  }

  /** One role. */
  record Role(Identifier name) implements Grantee {
    @Override
    public String toString() {
      return name.value();
    }
  }

  @Override
  default int compareTo(Grantee other) {
    return switch (this) {
      case Everybody e -> other instanceof Everybody ? 0 : -1;
      case Role(var name) ->
          switch (other) {
            case Everybody e -> 1;
            case Role(var otherName) -> name.compareTo(otherName);
          };
    };
  }
}
