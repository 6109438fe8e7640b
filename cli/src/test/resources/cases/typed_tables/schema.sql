CREATE SCHEMA app;
CREATE SCHEMA "S ""q"" a.b";
CREATE COLLATION app.sorted FROM "C";
CREATE TYPE app.pair AS (a int, b text COLLATE app.sorted, c numeric(10, 2), d int[]);
CREATE TYPE "S ""q"" a.b"."Type ""q"" a.b" AS ("C ""q""" int, "select" varchar(5));

CREATE TABLE app.bare OF app.pair;
ALTER TABLE app.bare REPLICA IDENTITY FULL;
CREATE TABLE app.keyed OF app.pair (
  PRIMARY KEY (a),
  b WITH OPTIONS NOT NULL DEFAULT 'it''s' CHECK (b <> ''),
  c UNIQUE,
  CONSTRAINT positive CHECK (c > 0)
) WITH (fillfactor = 70);
ALTER TABLE app.keyed ALTER b SET STATISTICS 100, ALTER b SET STORAGE EXTERNAL, ALTER a SET (n_distinct = 5);
ALTER TABLE app.keyed OWNER TO app_owner;
COMMENT ON TABLE app.keyed IS 'of a type';
COMMENT ON COLUMN app.keyed.b IS 'of a column';
CREATE TABLE "S ""q"" a.b"."Table ""q"" a.b" OF "S ""q"" a.b"."Type ""q"" a.b" ("C ""q""" PRIMARY KEY);
CREATE UNLOGGED TABLE app.quick OF app.pair (PRIMARY KEY (a, b));

-- What CREATE TABLE OF refuses.
CREATE TABLE app.became (a int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text COLLATE app.sorted, c numeric(10, 2) GENERATED ALWAYS AS (1.5) STORED, d int[]);
ALTER TABLE app.became OF app.pair;
CREATE TABLE app.dropped (x int, a int PRIMARY KEY, b text COLLATE app.sorted, c numeric(10, 2), d int[]);
ALTER TABLE app.dropped DROP x;
ALTER TABLE app.dropped OF app.pair;
CREATE TABLE app.left_it OF app.pair (PRIMARY KEY (a));
ALTER TABLE app.left_it NOT OF;

CREATE TABLE app.parted OF app.pair (a NOT NULL, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE app.part PARTITION OF app.parted FOR VALUES FROM (1) TO (10);
CREATE TABLE app.child (e int, PRIMARY KEY (a)) INHERITS (app.bare);
ALTER TYPE app.pair ADD ATTRIBUTE f text CASCADE;
ALTER TYPE app.pair DROP ATTRIBUTE d CASCADE;

CREATE FUNCTION app.of_row(app.keyed) RETURNS app.pair LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a, ($1).b, ($1).c, ($1).f';
CREATE VIEW app.seen AS SELECT * FROM app.keyed;
-- Its row type and the table of it need each other's table.
CREATE TYPE app.deep AS (a int, inner_one app.pair);
CREATE TABLE app.of_deep OF app.deep (PRIMARY KEY (a));
