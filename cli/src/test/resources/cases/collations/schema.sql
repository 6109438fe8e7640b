CREATE SCHEMA "Sort ""ed";
CREATE COLLATION by_library (LOCALE = 'C');
CREATE COLLATION by_two (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
CREATE COLLATION copied FROM "POSIX";
CREATE COLLATION "Sort ""ed"."Select 1" (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
ALTER COLLATION "Sort ""ed"."Select 1" OWNER TO app_owner;
COMMENT ON COLLATION "Sort ""ed"."Select 1" IS 'it''s in ICU''s hands';
CREATE COLLATION fold (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE COLLATION root (PROVIDER = icu, LOCALE = 'und');
ALTER COLLATION fold OWNER TO "Ro""le's. Ünï
x";

CREATE DOMAIN folded AS text COLLATE fold;
CREATE TYPE with_order AS (a text COLLATE "Sort ""ed"."Select 1", b varchar(3)[] COLLATE by_two);
CREATE TABLE words (
  id int PRIMARY KEY,
  a text COLLATE "Sort ""ed"."Select 1" UNIQUE,
  b folded,
  c text DEFAULT 'b' CHECK (c COLLATE by_library > 'a'),
  d with_order
);
CREATE INDEX words_fold ON words (a COLLATE fold, lower(c) COLLATE copied);
CREATE TABLE parts (w text) PARTITION BY RANGE (w COLLATE by_two);
ALTER TABLE parts REPLICA IDENTITY FULL;
CREATE TABLE part_1 PARTITION OF parts FOR VALUES FROM ('a') TO ('m');
ALTER TABLE part_1 REPLICA IDENTITY FULL;
CREATE VIEW sorted AS SELECT a, c COLLATE fold AS c FROM words ORDER BY c COLLATE by_library;
CREATE FUNCTION smaller(a text, b text DEFAULT ('x' COLLATE by_two)) RETURNS boolean LANGUAGE sql
  AS 'SELECT a < b COLLATE fold';
