package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Surrounding;
import java.util.stream.Stream;

/** A function. */
public record FunctionKind(Function routine) implements RoutineKind {
  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.neededBy(routine.body());
  }

  @Override
  public Stream<Surrounding> surroundings() {
    Stream<Surrounding> language = Stream.of(new Surrounding.Language(routine.language()));
    return routine.leakproof()
        ? Stream.concat(language, Stream.of(new Surrounding.Superuser("LEAKPROOF")))
        : language;
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.routine(routine, routine.body(), ProbeContexts.bare(routine));
  }
}
