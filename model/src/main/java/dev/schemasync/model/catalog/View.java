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
    @Alterable @Limited(Limited.To.CHOICE) SqlText query,
    @Alterable @Limited(Limited.To.CHOICE) ImmutableMap<String, String> options,
    @Alterable @Limited(Limited.To.CHOICE) Optional<CheckOption> checkOption,
    @Alterable Optional<String> ruleComment,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Relation {
  /** The name of the rule that holds the query of a view, materialized or not. */
  public static final Identifier RULE = Identifier.of("_RETURN");

  /**
   * A constant in the query of a view that holds the place of another one, by which it is known.
   */
  public static final String PLACE = "Holds the place of a view that needs what needs it.";

  @Override
  public ObjectId.InSchema id() {
    return new ObjectId.InSchema(ObjectKind.VIEW, name);
  }

  /** The default of a column of this name, if it has one. */
  public Optional<SqlText> defaultOf(Identifier column) {
    return columns.stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .flatMap(OutputColumn::defaultValue);
  }

  /** Whether it is there only so that another view of the same columns can take its place. */
  public boolean holdsPlace() {
    return query.text().contains(PLACE);
  }

  /** WITH CHECK OPTION. */
  public enum CheckOption {
    LOCAL,
    CASCADED
  }

  /**
   * A column of a view; name, type and collation follow from the query.
   *
   * @param collation if it is not that of the type
   * @param defaultValue what an INSERT into the view takes where it does not say ({@code
   *     pg_attrdef})
   */
  public record OutputColumn(
      Identifier name,
      TypeRef type,
      Optional<QualifiedName> collation,
      @Alterable Optional<SqlText> defaultValue,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment) {}
}
