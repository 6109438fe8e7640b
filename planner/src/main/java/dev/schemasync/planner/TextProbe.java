package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.diff.Texts;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.kind.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what a shard's server prints for texts that differ between source and shard. Each text
 * is made part of an object of its own beside the one it belongs to, in a transaction that is
 * rolled back; what the server prints for two texts alike is the same to it.
 */
public final class TextProbe {
  /** The objects that a probe makes, as they are made and as they are read. */
  private static final int OWN_LOCKS = 4;

  /** The part of a server's lock table that one transaction of probes may fill. */
  private static final int SHARE = 4;

  /**
   * A probe.
   *
   * @param locks how many locks it takes at most
   */
  private record Weighted(Probe probe, int locks) {}

  private final ServerFacts server;
  private final Optional<String> obstacle;
  private final ImmutableList<Weighted> probes;

  private TextProbe(ServerFacts server, Optional<String> obstacle, ImmutableList<Weighted> probes) {
    this.server = server;
    this.obstacle = obstacle;
    this.probes = probes;
  }

  /** The probe for everything that source and shard say in other words. */
  public static TextProbe of(Desired desired, Snapshot actual) {
    Optional<Identifier> home = home(actual);
    List<Weighted> probes = new ArrayList<>();
    for (CatalogObject wanted : desired.on(actual.server()).catalog().all()) {
      Optional<CatalogObject> present = actual.catalog().find(wanted.id());
      if (present.isPresent() && CatalogDiff.isOfTexts(wanted, present.get())) {
        probes(wanted, present.get(), actual.catalog(), home, probes);
      }
    }
    return new TextProbe(
        actual.server(), obstacle(actual.server(), home), ImmutableList.copyOf(probes));
  }

  /** Where the user may make objects: seen by nobody else, or else beside others. */
  private static Optional<Identifier> home(Snapshot actual) {
    ServerFacts.User user = actual.server().user();
    return user.mayCreateTemporary()
        ? Optional.of(Probe.TEMPORARY_SCHEMA)
        : user.mayCreateIn().stream()
            .filter(schema -> actual.catalog().contains(ObjectId.schema(schema)))
            .findFirst();
  }

  private static Optional<String> obstacle(ServerFacts server, Optional<Identifier> home) {
    if (server.limits().inRecovery()) {
      return Optional.of("the server is a standby and reads no text that is new to it");
    }
    return home.isPresent()
        ? Optional.empty()
        : Optional.of(
            "the user "
                + server.user().name()
                + " may neither make temporary objects in the database nor create in a schema of"
                + " it");
  }

  private static void probes(
      CatalogObject wanted,
      CatalogObject present,
      Catalog actual,
      Optional<Identifier> home,
      List<Weighted> probes) {
    Map<SqlText, Probe.Context> contexts = new HashMap<>(Kinds.of(wanted).texts());
    contexts.putAll(Kinds.of(present).texts());
    int locks = OWN_LOCKS + 1 + actual.references(wanted.id()).size();
    for (SqlText text : differing(Texts.in(wanted), Texts.in(present))) {
      Optional.ofNullable(contexts.get(text))
          .ifPresent(
              context -> {
                QualifiedName name =
                    new QualifiedName(
                        home.orElse(Probe.TEMPORARY_SCHEMA), Probe.name(probes.size()));
                probes.add(new Weighted(new Probe(name, wanted.id(), text, context), locks));
              });
    }
  }

  /** The texts that stand where the other side has another one. */
  private static Set<SqlText> differing(List<SqlText> wanted, List<SqlText> present) {
    Set<SqlText> differing = new LinkedHashSet<>();
    for (int i = 0; i < Math.max(wanted.size(), present.size()); i++) {
      if (wanted.size() != present.size() || !wanted.get(i).equals(present.get(i))) {
        wanted.stream().skip(i).limit(1).forEach(differing::add);
        present.stream().skip(i).limit(1).forEach(differing::add);
      }
    }
    return differing;
  }

  /** Whether there is nothing to find out. */
  public boolean isEmpty() {
    return probes.isEmpty();
  }

  /** Why the server cannot be asked at all. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** What is to be made, each apart from the others. */
  public ImmutableList<Probe> probes() {
    return probes.stream().map(Weighted::probe).collect(toImmutableList());
  }

  /** The probes in parts that leave most of the server's lock table to others. */
  public ImmutableList<ImmutableList<Probe>> parts() {
    long room = server.limits().lockTable() / SHARE;
    ImmutableList.Builder<ImmutableList<Probe>> parts = ImmutableList.builder();
    List<Probe> part = new ArrayList<>();
    long locks = 0;
    for (Weighted next : probes) {
      if (!part.isEmpty() && locks + next.locks() > room) {
        parts.add(ImmutableList.copyOf(part));
        part.clear();
        locks = 0;
      }
      part.add(next.probe());
      locks += next.locks();
    }
    return parts.add(ImmutableList.copyOf(part)).build();
  }

  /**
   * What the answers prove.
   *
   * @param printed what the server printed for each probe
   * @param failed why a probe could not be made
   */
  public TextEquivalence proved(Map<Probe, SqlText> printed, Map<Probe, String> failed) {
    ImmutableTable.Builder<ObjectId, SqlText, SqlText> table = ImmutableTable.builder();
    printed.forEach((probe, text) -> table.put(probe.object(), probe.text(), text));
    return new TextEquivalence(
        table.buildOrThrow(),
        failed.entrySet().stream()
            .collect(
                toImmutableSortedMap(
                    Comparator.<ObjectId>naturalOrder(),
                    e -> e.getKey().object(),
                    Map.Entry::getValue,
                    (first, second) -> first)));
  }

  /** What is proved where the server cannot be asked: nothing. */
  public TextEquivalence unproved(String reason) {
    return proved(ImmutableMap.of(), Maps.toMap(probes(), probe -> reason));
  }
}
