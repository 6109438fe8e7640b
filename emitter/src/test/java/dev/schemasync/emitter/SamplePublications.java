package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;
import static dev.schemasync.emitter.SampleTables.ids;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Publication.Operation;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Publications of the sample. */
final class SamplePublications {
  private SamplePublications() {}

  static void add(Sample s) {
    ImmutableSortedSet<Operation> all = ImmutableSortedSet.copyOf(Operation.values());
    s.post(publication(s, "everything", new Publication.Content.AllTables(), all, false));
    s.post(
        publication(
            s,
            "nothing_yet",
            new Publication.Content.Members(ImmutableList.of(), ImmutableSortedSet.of()),
            ImmutableSortedSet.of(),
            false));
    s.post(
        publication(
            s,
            "some",
            new Publication.Content.Members(
                ImmutableList.of(member(s, "customers"), member(s, "events")),
                ImmutableSortedSet.of()),
            ImmutableSortedSet.of(Operation.INSERT, Operation.DELETE),
            true));
    if (s.target.has(Feature.PUBLICATION_FILTERS)) {
      s.post(
          publication(
              s,
              "filtered",
              new Publication.Content.Members(
                  ImmutableList.of(
                      new Publication.Member(
                          s.names.app("orders"),
                          ids(s, "id", "amount"),
                          Optional.of(s.names.text("(%s > 0)", "id"))),
                      member(s, "customers")),
                  ImmutableSortedSet.of()),
              all,
              false));
      s.post(
          publication(
              s,
              "mixed",
              new Publication.Content.Members(
                  ImmutableList.of(member(s, "customers")),
                  ImmutableSortedSet.of(s.names.id("app"))),
              all,
              false));
    }
    s.post(
        new Step.SetComment(
            ObjectId.publication(s.names.id("some")), Optional.of("to the shards")));
  }

  private static Publication.Member member(Sample s, String table) {
    return new Publication.Member(s.names.app(table), ImmutableList.of(), Optional.empty());
  }

  private static Step publication(
      Sample s,
      String name,
      Publication.Content content,
      ImmutableSortedSet<Operation> operations,
      boolean viaRoot) {
    return new Step.CreatePublication(
        new Publication(
            s.names.id(name),
            content,
            operations,
            viaRoot,
            s.target.major() >= 18 && viaRoot,
            ROLE,
            Optional.empty()));
  }
}
