package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** A procedure; its parts are those of a {@link Function}. */
public record Procedure(
    QualifiedName name,
    ImmutableList<Argument> arguments,
    Identifier language,
    Body body,
    boolean securityDefiner,
    ImmutableList<TypeRef> transforms,
    ImmutableList<Setting> settings,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Routine {
  @Override
  public ObjectId.Routine id() {
    return Routine.idOf(ObjectKind.PROCEDURE, name, arguments);
  }
}
