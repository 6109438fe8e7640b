package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A view.
 *
 * @param query without a closing semicolon
 * @param options {@code reloptions} such as {@code security_barrier}, without the check option
 * @param checkOption WITH CHECK OPTION, if set
 * @param ruleComment the comment on the rule that holds the query
 */
public record View(
    QualifiedName name,
    ImmutableList<OutputColumn> columns,
    SqlText query,
    ImmutableMap<String, String> options,
    Optional<CheckOption> checkOption,
    @Alterable Optional<String> ruleComment,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Relation {
  /** The name of the rule that holds the query of a view, materialized or not. */
  public static final Identifier RULE = Identifier.of("_RETURN");

  @Override
  public ObjectId.InSchema id() {
    return new ObjectId.InSchema(ObjectKind.VIEW, name);
  }

  /** WITH CHECK OPTION. */
  public enum CheckOption {
    LOCAL,
    CASCADED
  }

  /** A column of a view or materialized view; name, type and collation follow from the query. */
  public record OutputColumn(
      Identifier name,
      TypeRef type,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment) {}
}
