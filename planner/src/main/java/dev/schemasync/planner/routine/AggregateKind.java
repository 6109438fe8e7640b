package dev.schemasync.planner.routine;

import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.planner.kind.Silent;

/** An aggregate. */
public record AggregateKind(Aggregate routine)
    implements RoutineKind, Silent.NoFeatures, Silent.NoSurroundings, Silent.NoTexts {}
