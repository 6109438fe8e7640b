CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE SCHEMA "my ops";
CREATE FUNCTION "my ops".shorten(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left(t, 3)';
CREATE TABLE docs (
  id int PRIMARY KEY,
  title text NOT NULL,
  body text COLLATE "C",
  tags text[],
  data jsonb,
  span int4range,
  at timestamptz,
  place point,
  flag boolean
);
INSERT INTO docs SELECT g, 'title ' || g, repeat('b', g % 7), ARRAY[g::text], '{}', int4range(g, g + 1), now() FROM generate_series(1, 50) g;
CREATE INDEX docs_title ON docs (title);
CREATE UNIQUE INDEX docs_unique ON docs (title, id DESC NULLS LAST) INCLUDE (flag, at);
CREATE INDEX docs_order ON docs (title DESC, body ASC NULLS FIRST, at DESC NULLS FIRST);
CREATE INDEX docs_collation ON docs (title COLLATE "C", body COLLATE "POSIX" text_pattern_ops);
CREATE INDEX docs_hash ON docs USING hash (title);
CREATE INDEX docs_gin ON docs USING gin (tags, data jsonb_path_ops) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX docs_trgm ON docs USING gist (title gist_trgm_ops (siglen = 32), span);
CREATE INDEX docs_brin ON docs USING brin (at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX docs_spgist ON docs USING spgist (place);
CREATE INDEX docs_partial ON docs (at) WHERE flag AND title IS DISTINCT FROM 'x';
CREATE INDEX docs_lower ON docs (lower(title), (id + 1) DESC, "my ops".shorten(body)) WITH (fillfactor = 50);
CREATE INDEX docs_expression ON docs ((data ->> 'a'), (title || body) COLLATE "C");
ALTER INDEX docs_expression ALTER COLUMN 1 SET STATISTICS 300;
ALTER INDEX docs_lower ALTER COLUMN 3 SET STATISTICS 50;
CREATE INDEX ON docs ((CASE WHEN flag THEN 1 ELSE 2 END));
CREATE INDEX docs_varchar ON docs (id) WHERE title::varchar IN ('a', 'b');
ALTER TABLE docs CLUSTER ON docs_order;
COMMENT ON INDEX docs_partial IS 'a part of it';

CREATE MATERIALIZED VIEW doc_titles AS SELECT id, title FROM docs;
CREATE UNIQUE INDEX doc_titles_id ON doc_titles (id);
CREATE INDEX doc_titles_title ON doc_titles (title text_pattern_ops);
ALTER MATERIALIZED VIEW doc_titles CLUSTER ON doc_titles_id;
CREATE MATERIALIZED VIEW never_filled AS SELECT 1 AS one WITH NO DATA;

CREATE TABLE tree (id int, name text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE tree_low PARTITION OF tree FOR VALUES FROM (0) TO (10);
CREATE INDEX tree_low_own ON tree_low (name) INCLUDE (id);
CREATE INDEX tree_name ON tree (name) INCLUDE (id);
CREATE TABLE tree_high PARTITION OF tree FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
CREATE TABLE tree_high_a PARTITION OF tree_high FOR VALUES FROM (10) TO (15);
CREATE UNIQUE INDEX tree_unique ON tree (id, lower(name)) WITH (fillfactor = 90);
ALTER TABLE tree_low CLUSTER ON tree_low_pkey;
ALTER INDEX tree_high_a_name_id_idx RENAME TO "another Name";
