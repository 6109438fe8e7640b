package dev.schemasync.planner.textsearch;

import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import java.util.stream.Stream;

/** A text search template. */
public record TemplateKind(TextSearch.Template textSearch)
    implements TextSearchKind, Silent.NoLimits {
  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.Superuser("made of functions in C"));
  }
}
