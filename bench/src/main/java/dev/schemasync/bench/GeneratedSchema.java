package dev.schemasync.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/**
 * A schema of any size whose objects are like those of real ones: serial keys, checks (a third of
 * them no fixpoint of the server's deparser), generated columns, foreign keys in chains, partial
 * and expression indexes, triggers, comments.
 *
 * @param label what it is, for people
 * @param sql what makes it on an empty database
 */
record GeneratedSchema(String label, String sql) {
  private static final int NAMESPACES = 10;

  private static final String PROLOGUE =
      """
      SET client_min_messages = warning;
      SET synchronous_commit = off;
      """;

  private static final String COLUMNS =
      """
        tenant bigint NOT NULL,
        title text DEFAULT '' NOT NULL,
        document jsonb DEFAULT '{}' NOT NULL,
        created timestamptz DEFAULT now() NOT NULL,
        changed timestamptz,
        price numeric(12,2) DEFAULT 0,
        state app%d.state DEFAULT 'draft' NOT NULL,
        parent bigint,
        search text GENERATED ALWAYS AS (lower(title)) STORED
      """;

  /** So many tables over ten schemas. */
  static GeneratedSchema tables(int count) {
    StringBuilder sql = prologue();
    for (int i = 0; i < count; i++) {
      table(sql, i);
      // One transaction for all would need a large lock table, one each is slow.
      if (i % 50 == 49) {
        sql.append("COMMIT; BEGIN;\n");
      }
    }
    return new GeneratedSchema(count + " tables", sql.append("COMMIT;\n").toString());
  }

  /** One table with so many partitions. */
  static GeneratedSchema partitions(int count) {
    StringBuilder sql = prologue();
    add(sql, "CREATE TABLE app0.kinds (id bigserial PRIMARY KEY, title text);");
    add(
        sql,
        "CREATE TABLE app0.events (id bigserial PRIMARY KEY, %s, CHECK (price >= 0)) PARTITION BY"
            + " RANGE (id);",
        COLUMNS.formatted(0));
    add(sql, "CREATE INDEX events_tenant ON app0.events (tenant, created);");
    add(sql, "CREATE INDEX events_open ON app0.events (state) WHERE changed IS NULL;");
    for (int i = 0; i < count; i++) {
      add(
          sql,
          "CREATE TABLE app0.events_%d PARTITION OF app0.events FOR VALUES FROM (%d) TO (%d);",
          i,
          i * 1000L,
          (i + 1) * 1000L);
      if (i % 20 == 19) {
        sql.append("COMMIT; BEGIN;\n");
      }
    }
    sql.append("COMMIT;\n");
    add(sql, "ALTER TABLE app0.events ADD FOREIGN KEY (parent) REFERENCES app0.kinds (id);");
    return new GeneratedSchema(count + " partitions", sql.toString());
  }

  private static StringBuilder prologue() {
    StringBuilder sql = new StringBuilder(PROLOGUE);
    for (int namespace = 0; namespace < NAMESPACES; namespace++) {
      add(
          sql,
          """
          CREATE SCHEMA app%1$d;
          CREATE TYPE app%1$d.state AS ENUM ('draft', 'open', 'paid', 'closed');
          CREATE FUNCTION app%1$d.stamp() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            NEW.changed := now();
            RETURN NEW;
          END $$;
          """,
          namespace);
    }
    return sql.append("BEGIN;\n");
  }

  private static void table(StringBuilder sql, int i) {
    int namespace = i % NAMESPACES;
    String name = "app%d.item_%d".formatted(namespace, i);
    String fixpoint = "CONSTRAINT item_%d_price CHECK (price >= 0)".formatted(i);
    String other =
        i % 3 == 0
            ? ", kind varchar(20) DEFAULT 'a', CONSTRAINT item_%d_kind CHECK (kind IN ('a', 'b'))"
                .formatted(i)
            : "";
    add(
        sql,
        "CREATE TABLE %s (id bigserial PRIMARY KEY, %s, %s%s);",
        name,
        COLUMNS.formatted(namespace),
        fixpoint,
        other);
    add(sql, "CREATE INDEX item_%d_tenant ON %s (tenant, created);", i, name);
    if (i % 2 == 0) {
      add(sql, "CREATE INDEX item_%d_title ON %s (lower(title));", i, name);
    } else {
      add(sql, "CREATE INDEX item_%d_open ON %s (state) WHERE changed IS NULL;", i, name);
    }
    int parent = i % 7 == 0 ? i / 7 : i - 1;
    add(
        sql,
        "ALTER TABLE %s ADD CONSTRAINT item_%d_parent FOREIGN KEY (parent) REFERENCES app%d.item_%d"
            + " (id) ON DELETE CASCADE;",
        name,
        i,
        parent % NAMESPACES,
        parent);
    if (i % 10 == 3) {
      add(
          sql,
          "CREATE TRIGGER item_%d_stamp BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION"
              + " app%d.stamp();",
          i,
          name,
          namespace);
    }
    if (i % 50 == 7) {
      add(sql, "COMMENT ON TABLE %s IS 'the items of number %d''s owner';", name, i);
      add(sql, "COMMENT ON COLUMN %s.document IS 'free form';", name);
    }
  }

  @FormatMethod
  private static void add(StringBuilder sql, @FormatString String template, Object... values) {
    sql.append(String.format(Locale.ROOT, template, values)).append('\n');
  }
}
