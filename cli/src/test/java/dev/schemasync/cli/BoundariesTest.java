package dev.schemasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.emitter.Emitter;
import dev.schemasync.engine.Sync;
import dev.schemasync.executor.Executor;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.planner.Planner;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The modules that must be pure call nothing whose result depends on more than their input: no
 * files, clocks, environment or chance, and no collection that iterates in another order at each
 * launch.
 */
class BoundariesTest {
  private static final List<String> CLASSES =
      List.of(
          "java/nio/file/",
          "java/io/File",
          "java/net/",
          "java/sql/",
          "java/time/",
          "java/util/Random",
          "java/util/UUID",
          "java/util/concurrent/");

  private static final List<String> FACES =
      List.of("dev/schemasync/cli/", "picocli/", "org/tomlj/", "java/io/PrintStream");

  private static final Set<String> METHODS =
      Set.of(
          "java/lang/System.getenv",
          "java/lang/System.getProperty",
          "java/lang/System.nanoTime",
          "java/lang/System.currentTimeMillis",
          "java/lang/System.identityHashCode",
          "java/lang/Math.random",
          "java/util/Set.of",
          "java/util/Set.copyOf",
          "java/util/Map.of",
          "java/util/Map.ofEntries",
          "java/util/Map.copyOf",
          "java/util/stream/Collectors.toSet",
          "java/util/stream/Collectors.toMap",
          "java/util/stream/Collectors.toUnmodifiableSet",
          "java/util/stream/Collectors.toUnmodifiableMap",
          "java/util/stream/Collectors.groupingBy");

  /** A class of each pure module, by which the module's own classes are found. */
  @ParameterizedTest
  @ValueSource(classes = {Catalog.class, Planner.class, Emitter.class})
  void pureModulesTouchNothingElse(Class<?> member) throws Exception {
    Map<String, List<String>> found = forbiddenIn(member);
    assertThat(found).as("classes of the module").containsKey(resource(member));
    assertThat(found).allSatisfy((file, forbidden) -> assertThat(forbidden).as(file).isEmpty());
  }

  @Test
  void whatIsForbiddenIsSeenWhereItIsAllowed() throws Exception {
    assertThat(forbiddenIn(Introspector.class).get(resource(Introspector.class)))
        .contains("java/sql/Connection");
    assertThat(forbiddenIn(BoundariesTest.class).get(resource(BoundariesTest.class)))
        .contains("java/util/Set.of");
  }

  /** The engine serves any face, so it knows none; the workers do not know the engine. */
  @Test
  void theEngineKnowsNoFaceAndNoWorkerKnowsTheEngine() throws Exception {
    assertThat(named(Sync.class, FACES)).isEmpty();
    assertThat(named(BoundariesTest.class, FACES)).isNotEmpty();
    for (Class<?> worker :
        List.of(Catalog.class, Introspector.class, Planner.class, Emitter.class, Executor.class)) {
      assertThat(named(worker, List.of("dev/schemasync/engine/", "dev/schemasync/cli/")))
          .as(worker.getSimpleName())
          .isEmpty();
    }
  }

  /** Classes beginning with one of the prefixes that a module's classes refer to. */
  private static List<String> named(Class<?> member, List<String> prefixes) throws Exception {
    Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return namedBelow(place, prefixes);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return namedBelow(jar.getPath("/"), prefixes);
    }
  }

  private static List<String> namedBelow(Path root, List<String> prefixes) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> classes = files.filter(p -> p.toString().endsWith(".class")).toList();
      assertThat(classes).isNotEmpty();
      List<String> found = new ArrayList<>();
      for (Path file : classes) {
        for (PoolEntry entry : ClassFile.of().parse(Files.readAllBytes(file)).constantPool()) {
          if (entry instanceof ClassEntry used
              && prefixes.stream().anyMatch(used.asInternalName()::startsWith)) {
            found.add(file + " names " + used.asInternalName());
          }
        }
      }
      return found;
    }
  }

  private static String resource(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  /** What each class that was built with another one refers to and must not, in folder or jar. */
  private static Map<String, List<String>> forbiddenIn(Class<?> member) throws Exception {
    Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return forbiddenBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return forbiddenBelow(jar.getPath("/"));
    }
  }

  private static Map<String, List<String>> forbiddenBelow(Path root) throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(p -> p.toString().endsWith(".class")).toList()) {
        found.put(
            root.relativize(file).toString(),
            forbidden(ClassFile.of().parse(Files.readAllBytes(file))));
      }
    }
    return found;
  }

  private static List<String> forbidden(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .flatMap(BoundariesTest::forbidden)
        .toList();
  }

  private static Stream<String> forbidden(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry used ->
          Stream.of(used.asInternalName()).filter(n -> CLASSES.stream().anyMatch(n::startsWith));
      case MemberRefEntry member ->
          Stream.of(member.owner().asInternalName() + "." + member.name().stringValue())
              .filter(METHODS::contains);
      default -> Stream.empty();
    };
  }
}
