CREATE SCHEMA shop AUTHORIZATION app_owner;
CREATE SCHEMA "empty";
COMMENT ON SCHEMA shop IS 'It''s the shop';
CREATE EXTENSION pg_trgm SCHEMA shop;
CREATE EXTENSION citext;
COMMENT ON EXTENSION citext IS 'ours';

CREATE TYPE shop.mood AS ENUM ('sad', 'ok', 'it''s fine', '');
ALTER TYPE shop.mood ADD VALUE 'so-so' BEFORE 'ok';
ALTER TYPE shop.mood OWNER TO app_owner;
COMMENT ON TYPE shop.mood IS 'how it goes';
CREATE TYPE shop.nothing AS ENUM ();

CREATE DOMAIN shop.amount AS numeric(10, 2) DEFAULT 0.00 NOT NULL
  CONSTRAINT positive CHECK (VALUE >= 0)
  CONSTRAINT small CHECK (VALUE < 1000000);
CREATE DOMAIN shop.code AS varchar(8) COLLATE "C" CHECK (VALUE IN ('a', 'b', 'c'));
CREATE DOMAIN shop.code_of_codes AS shop.code CHECK (length(VALUE) > 0);
COMMENT ON DOMAIN shop.amount IS 'money';
COMMENT ON CONSTRAINT positive ON DOMAIN shop.amount IS 'no debts';
CREATE DOMAIN shop.codes AS shop.code[];

CREATE TYPE shop.pair AS (a int, b shop.mood, c varchar(5) COLLATE "C", d numeric(4, 1)[]);
CREATE TYPE shop.nested AS (p shop.pair, q shop.pair[], r shop.amount);
CREATE TYPE shop.no_fields AS ();
COMMENT ON TYPE shop.pair IS 'two and more';
COMMENT ON COLUMN shop.pair.a IS 'the first';
ALTER TYPE shop.pair OWNER TO app_owner;

CREATE TABLE shop.uses (
  id int PRIMARY KEY,
  mood shop.mood DEFAULT 'ok'::shop.mood,
  moods shop.mood[] DEFAULT '{ok,sad}'::shop.mood[],
  price shop.amount,
  code shop.code_of_codes DEFAULT 'a',
  codes shop.codes,
  pair shop.pair,
  nested shop.nested[],
  name citext
);
INSERT INTO shop.uses (id, price) VALUES (1, 5), (2, 7);
CREATE TYPE shop.of_row AS (whole shop.uses);

-- A check that calls a function over its domain.
CREATE DOMAIN shop.even AS int CONSTRAINT small CHECK (VALUE < 1000);
CREATE FUNCTION shop.is_even(n int, seen shop.even[] DEFAULT '{}') RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT n % 2 = 0';
ALTER DOMAIN shop.even ADD CONSTRAINT even_only CHECK (shop.is_even(VALUE));
COMMENT ON CONSTRAINT even_only ON DOMAIN shop.even IS 'no odd ones';
CREATE TABLE shop.pairs (id shop.even PRIMARY KEY);
INSERT INTO shop.pairs VALUES (2);
