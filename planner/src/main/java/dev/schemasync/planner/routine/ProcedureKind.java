package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Surrounding;
import java.util.stream.Stream;

/** A procedure. */
public record ProcedureKind(Procedure routine) implements RoutineKind {
  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.neededBy(routine.body());
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.Language(routine.language()));
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.routine(routine, routine.body(), ProbeContexts.bare(routine));
  }
}
