package dev.schemasync.testkit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills records by their components: every list and optional has something in it. */
final class RecordSamples {
  private int texts;

  /** Every record class that a sealed interface permits in the end. */
  static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordSamples::records)
        : Stream.of(type);
  }

  /** How many texts the samples hold so far. */
  int texts() {
    return texts;
  }

  /** A record with something everywhere; each text is another one. */
  Object sample(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType());
    }
    return type.getConstructor(types).newInstance(values);
  }

  private Object value(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "Optional" -> Optional.of(value(argument));
        case "ImmutableList" -> list(argument);
        case "ImmutableSortedSet" -> ImmutableSortedSet.of();
        case "ImmutableMap", "ImmutableSortedMap" -> ImmutableSortedMap.of();
        default -> throw new AssertionError("no sample of " + type);
      };
    }
    Class<?> plain = (Class<?>) type;
    return switch (plain.getSimpleName()) {
      case "SqlText" -> new SqlText("text " + ++texts);
      case "String" -> "string";
      case "int", "Integer" -> 1;
      case "long" -> 1L;
      case "Double" -> 1.0;
      case "boolean" -> true;
      case "Identifier" -> Identifier.of("name");
      case "QualifiedName" -> QualifiedName.of("app", "name");
      case "Secret" -> new Secret("secret");
      case "TypeRef" -> TypeRef.builtIn("int8");
      case "InSchema" -> ObjectId.table(QualifiedName.of("app", "name"));
      case "Privileges" -> Privileges.DEFAULT;
      default -> plain.isEnum() ? plain.getEnumConstants()[0] : sample(withTexts(plain));
    };
  }

  /** Every alternative of a sealed type, so that none that holds a text is missed. */
  private ImmutableList<Object> list(Type element) throws ReflectiveOperationException {
    if (element instanceof Class<?> sealed && sealed.isSealed()) {
      ImmutableList.Builder<Object> all = ImmutableList.builder();
      for (Class<?> record : records(sealed).toList()) {
        all.add(sample(record));
      }
      return all.build();
    }
    return ImmutableList.of(value(element));
  }

  /** The alternative that says most, which is one with texts if there is one. */
  private static Class<?> withTexts(Class<?> type) {
    List<Class<?>> all = records(type).toList();
    return all.stream().filter(RecordSamples::mentionsText).findFirst().orElse(all.getLast());
  }

  private static boolean mentionsText(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .anyMatch(c -> c.getGenericType().getTypeName().contains("SqlText"));
  }
}
