package dev.schemasync.planner.destination;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.DefaultPrivileges.Target;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.InstallableExtensions;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.access.Grantors;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.relation.Families;
import dev.schemasync.planner.relation.Inheritance;
import dev.schemasync.planner.relation.PartitionIdentities;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one shard lacks for the desired schema, as far as its server can be asked beforehand. */
public final class DestinationChecks {
  private final Desired desired;
  private final ServerFacts source;
  private final Snapshot shard;
  private final ServerFacts server;
  private final Stage stage;
  private final Grantors grantors;
  private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

  /** The first object that needs each role, to name it in the message, and how many more do. */
  private final Map<Identifier, TreeSet<ObjectId>> roles = new TreeMap<>();

  /** The extensions to install of which the server does not say whether it can. */
  private final Set<Identifier> tried = new TreeSet<>();

  /**
   * The checks of a shard.
   *
   * @param stage the one that is to run
   */
  public DestinationChecks(Desired desired, ServerFacts source, Snapshot shard, Stage stage) {
    this.desired = desired;
    this.source = source;
    this.shard = shard;
    this.server = shard.server();
    this.stage = stage;
    this.grantors = new Grantors(desired.catalog(), server);
  }

  public ImmutableList<Finding> findings() {
    server();
    desired.on(server).catalog().all().forEach(this::collectRoles);
    for (CatalogObject object : desired.catalog().all()) {
      features(object);
      if (shard.catalog().find(object.id()).isEmpty()) {
        surroundings(object);
      }
    }
    desired.catalog().all(Extension.class).forEach(this::installedVersion);
    findings.addAll(new PartitionIdentities(desired.catalog(), server.version()).findings());
    if (!server.version().has(Feature.NAMED_NOT_NULL)) {
      desired.catalog().all(Table.class).forEach(this::notNullNames);
    }
    if (!server.version().has(Feature.NAMED_DOMAIN_NOT_NULL)) {
      desired.catalog().all(Type.Domain.class).forEach(this::notNullName);
    }
    untold();
    roles();
    privileges();
    return findings.build();
  }

  private void server() {
    if (server.limits().inRecovery()) {
      general(
          FindingCode.DESTINATION_READ_ONLY,
          "The server is a standby and takes no writes.",
          "Name the primary of this shard in pgdog.toml.");
    }
    if (server.limits().readOnly()) {
      general(
          FindingCode.DESTINATION_READ_ONLY,
          "Sessions of the user "
              + server.user().name()
              + " are read-only: default_transaction_read_only is on.",
          "Take it back with ALTER DATABASE or ALTER ROLE … RESET default_transaction_read_only,"
              + " wherever it was set.");
    }
    if (!server.encoding().equals(source.encoding())) {
      general(
          FindingCode.DATABASE_LOCALE,
          "The database has encoding "
              + server.encoding()
              + ", the source "
              + source.encoding()
              + ".",
          "Create the database with the encoding of the source.");
    }
    if (!server.collate().equals(source.collate()) || !server.ctype().equals(source.ctype())) {
      general(
          FindingCode.DATABASE_LOCALE,
          "The database sorts by "
              + server.collate()
              + "/"
              + server.ctype()
              + ", the source by "
              + source.collate()
              + "/"
              + source.ctype()
              + ".",
          "Create the database with LC_COLLATE and LC_CTYPE of the source: order, ranges and checks"
              + " depend on it.");
    }
  }

  private void collectRoles(CatalogObject object) {
    if (object instanceof CatalogObject.Owned owned) {
      role(owned.owner(), object.id());
    }
    if (object instanceof CatalogObject.AccessControlled granted) {
      grantees(granted.privileges(), object.id());
    }
    Kinds.of(object).members().forEach((id, member) -> grantees(member.privileges(), id));
    Kinds.of(object)
        .surroundings()
        .forEach(
            surrounding -> {
              if (surrounding instanceof Surrounding.Role(var name)) {
                role(name, object.id());
              }
            });
  }

  private void grantees(Privileges privileges, ObjectId on) {
    Stream.concat(privileges.granted().stream(), privileges.revoked().stream())
        .map(Grant::grantee)
        .forEach(
            grantee -> {
              if (grantee instanceof Grantee.Role(var name)) {
                role(name, on);
              }
            });
    privileges.granted().stream()
        .flatMap(grant -> grant.grantor().stream())
        .forEach(grantor -> role(grantor, on));
    privileges.granted().stream()
        .filter(grant -> grantors.isReplaced(grant, on))
        .forEach(
            g ->
                findings.add(
                    Finding.of(
                        FindingCode.GRANTOR_CHANGES,
                        on,
                        "The privilege "
                            + g.privilege()
                            + " of "
                            + g.grantee()
                            + " on the "
                            + on
                            + " was granted by "
                            + g.grantor().orElseThrow()
                            + "; on the shard its owner will be the grantor.",
                        "Grant it anew as that role if it matters who can revoke it; or let the"
                            + " schema admin SET ROLE to it, and give it USAGE on the schema.")));
  }

  private void role(Identifier role, ObjectId object) {
    roles.computeIfAbsent(role, r -> new TreeSet<>()).add(object);
  }

  private void roles() {
    roles.forEach(
        (role, objects) -> {
          if (!server.roles().contains(role)) {
            findings.add(
                Finding.of(
                    FindingCode.MISSING_ROLE,
                    objects.first(),
                    "The role " + role + " does not exist; " + needers(objects) + " it.",
                    "Create the role on the server of this shard; roles are not copied."));
          }
        });
  }

  private static String needers(NavigableSet<ObjectId> objects) {
    String first = "the " + objects.first();
    int more = objects.size() - 1;
    return more == 0 ? first + " needs" : first + " and " + more + " more need";
  }

  /** What an object that is to be made needs around it. */
  private void surroundings(CatalogObject object) {
    Kinds.of(object).surroundings().forEach(surrounding -> check(surrounding, object.id()));
  }

  private void check(Surrounding surrounding, ObjectId object) {
    switch (surrounding) {
      case Surrounding.Installable(var extension) -> extension(extension);
      case Surrounding.Tablespace(var name) -> tablespace(name, object);
      case Surrounding.AccessMethod(var name) -> accessMethod(name, object);
      case Surrounding.Collation(var name) -> collation(name, object);
      case Surrounding.OfTextSearch(var needed) -> textSearch(needed, object);
      case Surrounding.Role named -> {} // Objects that are there may get roles too.
      case Surrounding.SuperuserAsOwner(var owner) -> superuserAsOwner(owner, object);
      case Surrounding.Superuser(var property) -> superuser(object, "is " + property);
      case Surrounding.OwnType(var property) -> {
        if (desired.catalog().references(object).stream().noneMatch(r -> r.kind().isType())) {
          superuser(object, "is " + property);
        }
      }
      case Surrounding.OwnFunction(var function) -> {
        ObjectId.Routine id =
            new ObjectId.Routine(ObjectKind.FUNCTION, function.name(), function.arguments());
        if (!desired.catalog().contains(id)) {
          superuser(object, "calls the " + id + ", which no user owns");
        }
      }
      case Surrounding.OwnOperator(var operator) -> {
        if (!desired.catalog().contains(operator)) {
          superuser(object, "is linked with the " + operator + ", which no user owns");
        }
      }
      case Surrounding.OwnerOfWhatComes whatComes -> {
        if (desired.catalog().references(object).isEmpty()) {
          superuser(object, "are of what comes with the server", "change them");
        }
      }
      case Surrounding.Language(var name) -> language(name, object);
    }
  }

  /**
   * Whether what an object needs is there once it is made, by itself or with an extension. Nobody
   * can say which extension brings it, but none that is on the shard without it does.
   */
  private boolean isBrought(ObjectId needed, ObjectId object) {
    return desired.catalog().contains(needed)
        || desired.catalog().references(object).stream()
            .filter(reference -> reference.kind() == ObjectKind.EXTENSION)
            .anyMatch(extension -> !shard.catalog().contains(extension));
  }

  private void extension(Extension extension) {
    ImmutableMap<String, InstallableExtensions.Version> versions =
        server.installable().versions(extension.name());
    server
        .installable()
        .chosen(extension.name(), extension.version())
        .filter(InstallableExtensions.Version::superuserOnly)
        .ifPresent(version -> superuser(extension.id(), "is not trusted"));
    if (server.installable() instanceof InstallableExtensions.Unknown) {
      tried.add(extension.name());
    } else if (versions.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.MISSING_EXTENSION,
              extension.id(),
              "The extension "
                  + extension.name()
                  + " cannot be installed: the server does not have it.",
              "Install its package on the server of this shard."));
    } else if (!versions.containsKey(extension.version())) {
      findings.add(
          Finding.of(
              FindingCode.MISSING_EXTENSION,
              extension.id(),
              "The extension "
                  + extension.name()
                  + " has version "
                  + extension.version()
                  + " on the source; the server offers "
                  + String.join(", ", ImmutableSortedSet.copyOf(versions.keySet()))
                  + ".",
              "Install that version on the server of this shard, or update the source; or accept"
                  + " this"
                  + server
                      .installable()
                      .usual(extension.name())
                      .map(usual -> ", and the shard gets " + usual)
                      .orElse("")
                  + "."));
    } else if (Stream.of(Target.TABLES, Target.SEQUENCES, Target.ROUTINES, Target.TYPES)
        .anyMatch(t -> !isUsual(t, extension.schema()))) {
      findings.add(
          Finding.of(
              FindingCode.EXTENSION_PRIVILEGES,
              extension.id(),
              "The objects of the extension "
                  + extension.name()
                  + " will have the default privileges that the shard has for "
                  + server.user().name()
                  + ", whatever they have on the source.",
              "Take the default privileges back before the run (ALTER DEFAULT PRIVILEGES), or grant"
                  + " and revoke by hand after it."));
    }
  }

  private void untold() {
    if (!tried.isEmpty()
        && server.installable() instanceof InstallableExtensions.Unknown(String reason)) {
      general(
          FindingCode.EXTENSIONS_UNKNOWN,
          "The server does not say which extensions it can install: "
              + reason
              + ". CREATE EXTENSION is tried all the same, for "
              + tried.stream().map(Identifier::value).collect(Collectors.joining(", "))
              + ".",
          "Mend or remove that file on the server of this shard, so that what is missing is told"
              + " before a run.");
    }
  }

  private boolean isUsual(Target target, Identifier schema) {
    return server.defaultPrivileges().of(target, schema).equals(Privileges.DEFAULT);
  }

  private void installedVersion(Extension extension) {
    shard
        .catalog()
        .find(extension.id(), Extension.class)
        .filter(installed -> !installed.version().equals(extension.version()))
        .ifPresent(
            installed ->
                findings.add(
                    Finding.of(
                        FindingCode.EXTENSION_VERSION,
                        extension.id(),
                        "The extension "
                            + extension.name()
                            + " has version "
                            + installed.version()
                            + " on the shard and "
                            + extension.version()
                            + " on the source.",
                        "ALTER EXTENSION … UPDATE on the side that is behind.")));
  }

  private void language(Identifier language, ObjectId object) {
    boolean present = server.languages().contains(language);
    if (!present && !isBrought(ObjectId.language(language), object)) {
      missing(FindingCode.MISSING_LANGUAGE, object, "language " + language);
    } else if (present
        ? server.untrustedLanguages().contains(language)
        : desired
            .catalog()
            .find(ObjectId.language(language), Language.class)
            .filter(made -> !made.trusted())
            .isPresent()) {
      superuser(object, "is in the untrusted language " + language);
    }
  }

  /** Only who is a superuser can make it; a stage that does not make it need not wait for one. */
  private void superuser(ObjectId object, String why) {
    superuser(object, why, "create it");
  }

  private void superuser(ObjectId object, String why, String deed) {
    if (!server.user().superuser() && stage.includes(object.kind().stage())) {
      findings.add(
          Finding.of(
              FindingCode.SUPERUSER_NEEDED,
              object,
              "The "
                  + object
                  + " "
                  + why
                  + ", so only a superuser can "
                  + deed
                  + "; the user "
                  + server.user().name()
                  + " is none.",
              "Name a superuser as schema_admin, since this cannot be granted; or let a superuser"
                  + " "
                  + deed
                  + " on the shard."));
    }
  }

  private void superuserAsOwner(Identifier owner, ObjectId object) {
    if (server.roles().contains(owner) && !server.superusers().contains(owner)) {
      findings.add(
          Finding.of(
              FindingCode.SUPERUSER_NEEDED,
              object,
              "The "
                  + object
                  + " belongs to "
                  + owner
                  + ", who is no superuser on the shard; only a superuser can own it.",
              "Make "
                  + owner
                  + " a superuser on the server of this shard, or give the object to a superuser"
                  + " of both sides on the source."));
    }
  }

  private void collation(QualifiedName collation, ObjectId object) {
    if (collation.isSystem() && !server.collations().contains(collation)) {
      missing(FindingCode.MISSING_COLLATION, object, "collation " + collation.name());
    }
  }

  private void textSearch(ObjectId.InSchema needed, ObjectId object) {
    if (needed.name().isSystem() && !server.textSearch().contains(needed)) {
      missing(FindingCode.MISSING_TEXT_SEARCH, object, needed.toString());
    }
  }

  private void tablespace(Identifier tablespace, ObjectId object) {
    if (!server.tablespaces().contains(tablespace)) {
      missing(FindingCode.MISSING_TABLESPACE, object, "tablespace " + tablespace);
    }
  }

  private void accessMethod(Identifier method, ObjectId object) {
    if (!server.accessMethods().contains(method)
        && !isBrought(ObjectId.accessMethod(method), object)) {
      missing(FindingCode.MISSING_ACCESS_METHOD, object, "access method " + method);
    }
  }

  private void missing(FindingCode code, ObjectId object, String what) {
    findings.add(
        Finding.of(
            code,
            object,
            "The " + object + " needs the " + what + ", which the server does not have.",
            "Create the " + what + " on the server of this shard."));
  }

  /** What the shard's version cannot say. */
  private void features(CatalogObject object) {
    Features.neededBy(object, desired.catalog())
        .filter(feature -> !server.version().has(feature))
        .distinct()
        .forEach(feature -> unsupported(object.id(), feature));
  }

  private void notNullNames(Table table) {
    ImmutableList<Table> parents = Families.parents(table, desired.catalog());
    String named =
        table.columns().stream()
            .filter(
                c ->
                    c.notNull().flatMap(Column.NotNull::comment).isPresent()
                        || (c.notNull().flatMap(Column.NotNull::name).isPresent()
                            && !isNamedLike(table, c, parents)))
            .map(c -> c.name().value())
            .collect(Collectors.joining(", "));
    if (!named.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.NOT_NULL_NAME,
              table.id(),
              "The NOT NULL constraints of the "
                  + table.id()
                  + " on "
                  + named
                  + " have names or comments, which PostgreSQL "
                  + server.version()
                  + " does not keep.",
              "Nothing needs to be done: the columns are NOT NULL all the same."));
    }
  }

  private void notNullName(Type.Domain domain) {
    domain
        .notNull()
        .filter(notNull -> !notNull.equals(Type.DomainNotNull.PLAIN))
        .ifPresent(
            notNull ->
                findings.add(
                    Finding.of(
                        FindingCode.NOT_NULL_NAME,
                        domain.id(),
                        "The NOT NULL constraint of the "
                            + domain.id()
                            + " has a name or a comment, which PostgreSQL "
                            + server.version()
                            + " does not keep.",
                        "Nothing needs to be done: the domain is NOT NULL all the same.")));
  }

  /** Whether a partition or child has the name of its parent's, as the server gives it. */
  private static boolean isNamedLike(Table table, Column column, ImmutableList<Table> parents) {
    return parents.stream()
        .flatMap(
            p -> p.column(column.name()).flatMap(c -> Inheritance.notNull(p.name(), c)).stream())
        .map(ObjectId.Part::name)
        .anyMatch(
            name ->
                Inheritance.notNull(table.name(), column)
                    .filter(own -> own.name().equals(name))
                    .isPresent());
  }

  private void unsupported(ObjectId object, Feature feature) {
    boolean past = feature.until() < server.version().major();
    findings.add(
        Finding.of(
            FindingCode.UNSUPPORTED_BY_DESTINATION,
            object,
            "The "
                + object
                + " uses "
                + feature.description()
                + (past
                    ? ", which PostgreSQL has no more since " + (feature.until() + 1)
                    : ", which needs PostgreSQL " + feature.since())
                + "; the shard runs "
                + server.version()
                + ".",
            (past ? "Change" : "Use a newer server for the shard, or change")
                + " the object on the source."));
  }

  private void privileges() {
    ServerFacts.User user = server.user();
    if (user.superuser()) {
      return;
    }
    List<CatalogObject> made =
        desired.catalog().all().stream()
            .filter(o -> shard.catalog().find(o.id()).isEmpty())
            .toList();
    if (!user.mayCreate() && made.stream().anyMatch(Schema.class::isInstance)) {
      general(
          FindingCode.MISSING_PRIVILEGE,
          "The user " + user.name() + " may not create schemas in the database.",
          "GRANT CREATE ON DATABASE to it, or name another schema_admin.");
    }
    ImmutableSortedSet<Identifier> closed =
        made.stream()
            .map(CatalogObject::id)
            .flatMap(id -> schemaOf(id).stream())
            .filter(s -> shard.catalog().contains(ObjectId.schema(s)))
            .filter(s -> !user.mayCreateIn().contains(s))
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    for (Identifier schema : closed) {
      findings.add(
          Finding.of(
              FindingCode.MISSING_PRIVILEGE,
              ObjectId.schema(schema),
              "The user " + user.name() + " may not create objects in the schema " + schema + ".",
              "GRANT CREATE ON SCHEMA to it, or name another schema_admin."));
    }
    roles.forEach(
        (role, objects) -> {
          if (server.roles().contains(role)
              && !user.mayBecome().contains(role)
              && made.stream()
                  .anyMatch(
                      o -> o instanceof CatalogObject.Owned owned && owned.owner().equals(role))) {
            findings.add(
                Finding.of(
                    FindingCode.MISSING_PRIVILEGE,
                    objects.first(),
                    "The user "
                        + user.name()
                        + " may not make "
                        + role
                        + " an owner; "
                        + needers(objects)
                        + " it.",
                    "GRANT the role "
                        + role
                        + " to "
                        + user.name()
                        + ", or name another schema_admin."));
          }
        });
  }

  private static Optional<Identifier> schemaOf(ObjectId id) {
    return switch (id) {
      case ObjectId.InSchema o -> Optional.of(o.name().schema());
      case ObjectId.Routine o -> Optional.of(o.name().schema());
      case ObjectId.Part o -> Optional.empty();
      case ObjectId.Formed o -> o.schema();
      case ObjectId.Global o -> Optional.empty();
      case ObjectId.Unmodelled o -> Optional.empty();
    };
  }

  private void general(FindingCode code, String message, String remedy) {
    findings.add(new Finding(code, Optional.empty(), Optional.empty(), message, remedy));
  }
}
