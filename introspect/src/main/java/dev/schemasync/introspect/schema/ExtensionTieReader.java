package dev.schemasync.introspect.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ExtensionTie;
import dev.schemasync.model.catalog.ObjectForm.OfExtension.Tie;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.name.Identifier;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what was tied to extensions by hand ({@code pg_depend}). */
public final class ExtensionTieReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.EXTENSION_DEPENDENCY);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    Set<ExtensionTie> ties = new LinkedHashSet<>();
    for (Row row : context.objects(Query.EXTENSION_DEPENDENCY)) {
      Identifier extension = row.identifier("extension");
      Optional<ObjectId> object = context.index().find(Address.of(row));
      if (object.isPresent()) {
        ties.add(new ExtensionTie(object.get(), extension, Tie.DEPENDENCY));
      } else {
        // Of a trigger that its table has from another one, or of what has no record.
        context.add(
            new UnsupportedObject(
                new ObjectId.Unmodelled(
                    "DEPENDS ON EXTENSION", row.text("identity") + " on " + extension)));
      }
    }
    // Some servers make the row type of a relation a member with it.
    for (Map.Entry<Address, Identifier> added : context.index().added().entrySet()) {
      context
          .index()
          .find(added.getKey())
          .ifPresent(
              object -> ties.add(new ExtensionTie(object, added.getValue(), Tie.MEMBERSHIP)));
    }
    for (ExtensionTie tie : ties) {
      context.add(tie);
      context.addDependency(tie.id(), tie.object());
      context.addDependency(tie.id(), ObjectId.extension(tie.extension()));
    }
  }
}
