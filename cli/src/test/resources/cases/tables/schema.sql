CREATE TABLE many_types (
  id bigint PRIMARY KEY,
  a numeric(12, 4) NOT NULL,
  b varchar(30) COLLATE "C" DEFAULT 'it''s \ here',
  c char(3),
  d "char",
  e bit(5) DEFAULT B'10101',
  f bit varying(9),
  g timestamp(3) with time zone DEFAULT now(),
  h time(0),
  i interval day to second(2) DEFAULT '1 day',
  j interval(4),
  k text[][] DEFAULT ARRAY['a', 'b'],
  l jsonb DEFAULT '{"k": [1, 2]}',
  m uuid,
  n int4range,
  o bytea DEFAULT '\x00ff',
  p double precision DEFAULT 'NaN',
  q name,
  r xml,
  s inet,
  t tsvector,
  u oid,
  v regclass,
  w point,
  x money,
  y numeric,
  z interval year
);
CREATE TABLE settings (
  id int NOT NULL PRIMARY KEY,
  big text,
  wide text,
  counted int
) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false, toast_tuple_target = 256);
ALTER TABLE settings ALTER COLUMN big SET STORAGE EXTERNAL;
ALTER TABLE settings ALTER COLUMN wide SET STORAGE MAIN;
ALTER TABLE settings ALTER COLUMN counted SET STATISTICS 500;
ALTER TABLE settings ALTER COLUMN counted SET (n_distinct = -0.5);
CREATE UNLOGGED TABLE forgotten (id int, t text);
CREATE TABLE generated (
  id int PRIMARY KEY,
  net numeric(10, 2),
  rate numeric DEFAULT 0.19 NOT NULL,
  gross numeric(12, 2) GENERATED ALWAYS AS (net * (1 + rate)) STORED NOT NULL,
  upper_name text GENERATED ALWAYS AS (upper(('x' || id::text))) STORED
);
CREATE TABLE has_holes (gone1 int, id int PRIMARY KEY, gone2 text, kept text DEFAULT 'k', gone3 int);
ALTER TABLE has_holes DROP COLUMN gone1, DROP COLUMN gone2, DROP COLUMN gone3;
ALTER TABLE has_holes ADD COLUMN added int DEFAULT 5 NOT NULL;
CREATE INDEX ON has_holes (added, kept);
GRANT SELECT (kept) ON has_holes TO app_user;
COMMENT ON COLUMN has_holes.added IS 'came late';
CREATE TABLE no_columns ();
ALTER TABLE no_columns REPLICA IDENTITY FULL;
CREATE TABLE full_identity (a int, b text);
ALTER TABLE full_identity REPLICA IDENTITY FULL;
CREATE TABLE by_index (a int NOT NULL, b text NOT NULL, c int);
CREATE UNIQUE INDEX by_index_key ON by_index (b, a);
CREATE INDEX by_index_other ON by_index (c);
ALTER TABLE by_index REPLICA IDENTITY USING INDEX by_index_key;
CREATE TABLE by_constraint (a int NOT NULL, CONSTRAINT by_constraint_key UNIQUE (a));
ALTER TABLE by_constraint REPLICA IDENTITY USING INDEX by_constraint_key;
CREATE TABLE full_with_key (id int PRIMARY KEY);
ALTER TABLE full_with_key REPLICA IDENTITY FULL;
ALTER TABLE settings OWNER TO app_owner;
COMMENT ON TABLE settings IS 'line one
line two';
INSERT INTO settings SELECT g, repeat('x', g), NULL, g FROM generate_series(1, 20) g;
-- The mark that newer minor releases keep among the options of columns is none of them.
CREATE TABLE marked (id int PRIMARY KEY, note text, plain text);
ALTER TABLE marked ALTER COLUMN note SET (n_distinct = 5);
CREATE MATERIALIZED VIEW marked_view AS SELECT id, note FROM marked;
UPDATE pg_attribute SET attoptions = array_prepend('pg_attver=737761184', attoptions)
WHERE attrelid IN ('marked'::regclass, 'marked_view'::regclass) AND attnum > 0;
