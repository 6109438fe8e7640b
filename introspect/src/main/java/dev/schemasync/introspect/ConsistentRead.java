package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.LockWatch;
import dev.schemasync.introspect.query.Queries;
import dev.schemasync.introspect.query.Queries.Pace;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.ReadTransaction;
import dev.schemasync.introspect.query.ReadTransaction.Isolation;
import dev.schemasync.introspect.query.Retry;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.introspect.relation.SequenceValues;
import dev.schemasync.introspect.server.ServerFactsReader;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.server.InstallableExtensions;
import dev.schemasync.model.server.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads until nothing that was read has been changed meanwhile. The server's functions that print
 * names and expressions do not keep to the snapshot, so a transaction alone does not see to that.
 */
final class ConsistentRead {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String QUERY_CANCELED = "57014";

  /** Objects named in one message. */
  private static final int NAMED = 3;

  private final Connection connection;
  private final int major;
  private final Inquiry inquiry;
  private final ReadObserver observer;
  private final Pace pace;

  ConsistentRead(
      Connection connection, int major, Inquiry inquiry, ReadObserver observer, Pace pace) {
    this.connection = connection;
    this.major = major;
    this.inquiry = inquiry;
    this.observer = observer;
    this.pace = pace;
  }

  /**
   * The first reading that is of one moment.
   *
   * @throws SchemaChangedException if none is
   * @throws LockedException if somebody kept a lock too long
   */
  Snapshot read() throws SQLException {
    return Retry.onChange(
        this::attempt,
        failure -> {
          // Where it is not certain there is nothing to tell yet: the next reading will show.
          if (!(failure instanceof SchemaChangedException change) || change.certain()) {
            observer.on(changed(failure));
          }
        });
  }

  private static ReadEvent changed(SQLException failure) {
    return new ReadEvent.Changed(
        failure instanceof SchemaChangedException changed
            ? "the schema was changed while it was read (" + changed.objects() + ")"
            : firstLine(failure));
  }

  /** What one transaction has read. */
  private record Reading(ReadContext context, Snapshot snapshot, ImmutableList<Row> touched) {}

  /** The last reading in which something was replaced by its like. */
  private Optional<Catalog> doubtful = Optional.empty();

  /**
   * Whether what can be installed is asked with all else, or apart since one question together
   * failed: a server that finds a broken control file answers that question with an error.
   */
  private boolean apart;

  /** The first questions were answered with an error. */
  private static final class NotAnsweredException extends SQLException {
    private static final long serialVersionUID = 1L;

    NotAnsweredException(SQLException reason) {
      super(reason);
    }
  }

  private Snapshot attempt() throws SQLException {
    try {
      return attemptOnce();
    } catch (NotAnsweredException e) {
      apart = true;
      return attemptOnce();
    }
  }

  private Snapshot attemptOnce() throws SQLException {
    ReadTransaction transaction =
        ReadTransaction.begin(connection, major, Isolation.REPEATABLE_READ, pace);
    try (LockWatch watch = LockWatch.over(transaction.process(), major, observer)) {
      try {
        Reading reading = read(transaction);
        ImmutableSet<String> changed = changed(reading);
        if (!changed.isEmpty()) {
          doubtful = Optional.empty();
          throw new SchemaChangedException(changed);
        }
        return withValues(withInstallable(undoubted(reading)));
      } catch (SQLException e) {
        throw LOCK_NOT_AVAILABLE.equals(e.getSQLState()) ? new LockedException(watch.last(), e) : e;
      }
    }
  }

  /**
   * What was replaced by its like, as by TRUNCATE, may also have been renamed and renamed back, and
   * the server may have printed the name in between. Two readings that agree are not of such a
   * moment.
   */
  private Reading undoubted(Reading reading) throws SchemaChangedException, CatalogReadException {
    if (reading.touched().isEmpty()) {
      return reading;
    }
    Catalog catalog = reading.snapshot().catalog();
    if (doubtful.filter(catalog::equals).isPresent()) {
      return reading;
    }
    doubtful = Optional.of(catalog);
    throw SchemaChangedException.perhaps(names(reading.touched(), reading.context()));
  }

  private Reading read(ReadTransaction transaction) throws SQLException {
    try (transaction) {
      ReadContext context = begin(transaction.queries());
      try {
        context.readAll(Readers.ALL, observer::onProgress, Query.ROW_VERSION);
        return new Reading(context, context.snapshot(), context.rows(Query.ROW_VERSION));
      } catch (CatalogReadException | RuntimeException e) {
        // What cannot be is what half a change looks like.
        ImmutableList<Row> touched = transaction.queries().rows(Query.ROW_VERSION);
        if (touched.isEmpty()) {
          throw e;
        }
        throw new SchemaChangedException(names(touched, context));
      }
    }
  }

  private ReadContext begin(Queries queries) throws SQLException {
    if (apart || inquiry == Inquiry.SOURCE) {
      return new ReadContext(queries, ImmutableList.of());
    }
    try {
      return new ReadContext(queries, ImmutableList.of(Query.AVAILABLE_EXTENSION));
    } catch (CatalogReadException e) {
      throw e;
    } catch (SQLException e) {
      if (isOfSession(e)) {
        throw e;
      }
      throw new NotAnsweredException(e);
    }
  }

  /** What can be installed, or why the server does not say, where that was left out before. */
  private Reading withInstallable(Reading reading) throws SQLException {
    if (!apart) {
      return reading;
    }
    InstallableExtensions installable;
    try {
      installable =
          ServerFactsReader.installable(
              ReadTransaction.ask(connection, major, Query.AVAILABLE_EXTENSION, ImmutableMap.of()));
    } catch (CatalogReadException e) {
      throw e;
    } catch (SQLException e) {
      if (isOfSession(e)) {
        throw e;
      }
      installable = new InstallableExtensions.Unknown(firstLine(e));
    }
    Snapshot snapshot = reading.snapshot();
    return new Reading(
        reading.context(),
        snapshot.withServer(snapshot.server().withInstallable(installable)),
        reading.touched());
  }

  /** Whether an error says nothing of what was asked: whoever asks gets no answer. */
  private boolean isOfSession(SQLException e) throws SQLException {
    return connection.isClosed()
        || LOCK_NOT_AVAILABLE.equals(e.getSQLState())
        || QUERY_CANCELED.equals(e.getSQLState());
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("an error");
  }

  /** The names of what was read and is now otherwise. */
  private ImmutableSet<String> changed(Reading reading) throws SQLException {
    if (reading.touched().isEmpty()) {
      return ImmutableSet.of();
    }
    String snapshot = reading.touched().getFirst().text("snapshot");
    ImmutableSet.Builder<ImmutableList<String>> now = ImmutableSet.builder();
    for (Row row :
        ReadTransaction.ask(
            connection, major, Query.ROW_VERSION, ImmutableMap.of("introspect.since", snapshot))) {
      now.add(identity(row));
    }
    ImmutableSet<ImmutableList<String>> present = now.build();
    ImmutableList.Builder<Row> changed = ImmutableList.builder();
    for (Row row : reading.touched()) {
      if (!present.contains(identity(row))) {
        changed.add(row);
      }
    }
    return names(changed.build(), reading.context());
  }

  private static ImmutableList<String> identity(Row row) throws CatalogReadException {
    return ImmutableList.of(row.text("catalog"), row.text("key"), row.text("content"));
  }

  private static ImmutableSet<String> names(List<Row> rows, ReadContext context)
      throws CatalogReadException {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Row row : rows) {
      String catalog = row.text("of_catalog");
      names.add(
          context
              .index()
              .find(new Address(catalog, row.oid("oid")))
              .map(ObjectId::toString)
              .orElse("a row of " + catalog));
    }
    ImmutableSet<String> all = names.build();
    return all.size() <= NAMED
        ? all
        : ImmutableSet.<String>builder()
            .addAll(Iterables.limit(all, NAMED))
            .add((all.size() - NAMED) + " more")
            .build();
  }

  private Snapshot withValues(Reading reading) throws SQLException {
    Snapshot snapshot = reading.snapshot();
    SequenceValues values = SequenceValues.read(connection, major, reading.context().index());
    return new Snapshot(
        snapshot.server(),
        snapshot.catalog(),
        values.known(),
        values.hidden(),
        snapshot.populated(),
        snapshot.relationSizes(),
        snapshot.underConstruction(),
        snapshot.largeObjects());
  }
}
