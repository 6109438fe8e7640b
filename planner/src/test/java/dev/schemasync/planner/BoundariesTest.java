package dev.schemasync.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

  @ParameterizedTest
  @ValueSource(strings = {"model", "planner", "emitter"})
  void pureModulesTouchNothingElse(String module) throws IOException {
    Path classes = Path.of("..", module, "target", "classes");
    if (!Files.isDirectory(classes)) {
      // Built alone, a module has no classes of its siblings beside it; they test themselves.
      assertThat(module).isEqualTo("emitter");
      return;
    }
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all = files.filter(p -> p.toString().endsWith(".class")).toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(forbidden(ClassFile.of().parse(file))).as(file.toString()).isEmpty();
      }
    }
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
