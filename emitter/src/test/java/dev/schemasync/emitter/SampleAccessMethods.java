package dev.schemasync.emitter;

import dev.schemasync.model.catalog.AccessMethod;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Access methods of the sample. */
final class SampleAccessMethods {
  private SampleAccessMethods() {}

  static void add(Sample s) {
    method(s, "tree", AccessMethod.Type.INDEX, "bthandler");
    method(s, "heap2", AccessMethod.Type.TABLE, "heap_tableam_handler");
  }

  private static void method(Sample s, String name, AccessMethod.Type type, String handler) {
    AccessMethod method =
        new AccessMethod(
            s.names.id(name), type, QualifiedName.of("pg_catalog", handler), Optional.empty());
    s.pre(new Step.CreateAccessMethod(method));
    s.pre(new Step.SetComment(method.id(), Optional.of("it's another one")));
  }
}
