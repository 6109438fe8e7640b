package dev.schemasync.planner;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import java.util.Map;
import java.util.Optional;

/** The parts of objects that have privileges or a comment of their own. */
final class Members {
  /** What such a part has. */
  record Member(Privileges privileges, Optional<String> comment) {}

  private Members() {}

  /** The parts of an object by identity. */
  static Map<ObjectId, Member> of(CatalogObject object) {
    ImmutableSortedMap.Builder<ObjectId, Member> members =
        new ImmutableSortedMap.Builder<>(Ordering.<ObjectId>natural());
    var _ =
        switch (object) {
          case Table table -> {
            table
                .columns()
                .forEach(
                    c ->
                        members.put(
                            ObjectId.column(table.id(), c.name()),
                            new Member(c.privileges(), c.comment())));
            yield members;
          }
          case View view -> outputs(view.id(), view.columns(), members);
          case MaterializedView view -> outputs(view.id(), view.columns(), members);
          case Type.CompositeType type -> {
            type.attributes()
                .forEach(
                    a ->
                        members.put(
                            ObjectId.column(type.id(), a.name()),
                            new Member(Privileges.DEFAULT, a.comment())));
            yield members;
          }
          case Type.Domain domain -> {
            domain
                .checks()
                .forEach(
                    c ->
                        members.put(
                            DomainSteps.checkId(domain, c),
                            new Member(Privileges.DEFAULT, c.comment())));
            yield members;
          }
          case Schema o -> members;
          case Extension o -> members;
          case Type.EnumType o -> members;
          case Routine o -> members;
          case Sequence o -> members;
          case Constraint o -> members;
          case Index o -> members;
          case Trigger o -> members;
          case Publication o -> members;
          case UnsupportedObject o -> members;
        };
    return members.buildOrThrow();
  }

  private static ImmutableSortedMap.Builder<ObjectId, Member> outputs(
      ObjectId relation,
      Iterable<View.OutputColumn> columns,
      ImmutableSortedMap.Builder<ObjectId, Member> members) {
    for (View.OutputColumn column : columns) {
      members.put(
          ObjectId.column(relation, column.name()),
          new Member(column.privileges(), column.comment()));
    }
    return members;
  }
}
