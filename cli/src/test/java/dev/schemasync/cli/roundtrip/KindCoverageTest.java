package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A kind without a reader or without a case is a kind half added. */
class KindCoverageTest {
  private static final int MAJOR = ServerVersion.NEWEST_MAJOR;

  @Test
  void everyKindIsReadInSomeCase() throws Exception {
    Set<ObjectKind> wanted = EnumSet.noneOf(ObjectKind.class);
    Arrays.stream(ObjectKind.values())
        .filter(kind -> kind.isEntry() && kind != ObjectKind.UNSUPPORTED)
        .forEach(wanted::add);
    PostgresServer server = PostgresServers.get(MAJOR);
    Roles.create(server);
    Set<ObjectKind> found = EnumSet.noneOf(ObjectKind.class);
    for (Case schema : Case.all()) {
      found.addAll(kinds(server, schema));
    }
    assertThat(found).as("kinds that the case folders hold").containsAll(wanted);
  }

  private static Set<ObjectKind> kinds(PostgresServer server, Case schema) throws Exception {
    Set<ObjectKind> found = EnumSet.noneOf(ObjectKind.class);
    try (TestDatabase database = server.freshDatabase("kinds")) {
      for (Path script : schema.scripts(MAJOR)) {
        server.runScript(database.name(), script);
      }
      try (Connection connection = database.connect()) {
        Introspector.read(connection).catalog().objects().keySet().stream()
            .map(ObjectId::kind)
            .forEach(found::add);
      }
    }
    return found;
  }
}
