CREATE SCHEMA "My ""ops"" é";
CREATE SCHEMA other;
SET search_path = "My ""ops"" é";
CREATE TYPE "it's" AS (a int);
CREATE TYPE "e, 1" AS ENUM ('a', 'b');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE "Row Type" (a int PRIMARY KEY);
CREATE FUNCTION "b ""fore""" ("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a < $2.a';
CREATE FUNCTION is_same("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';
CREATE FUNCTION differs("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a <> $2.a';
CREATE FUNCTION sum("it's", int) RETURNS "it's" LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1.a + $2)::"My ""ops"" é"."it''s"';
CREATE FUNCTION sum(int, "it's") RETURNS "it's" LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1 + $2.a)::"My ""ops"" é"."it''s"';
CREATE FUNCTION is_none("it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a IS NULL';

-- Links in both ways: to itself, to one that is made later, into another schema.
CREATE OPERATOR = (FUNCTION = is_same, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = =, NEGATOR = <>,
  RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR <> (FUNCTION = differs, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = <>, NEGATOR = =,
  RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR < (FUNCTION = "b ""fore""", LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = OPERATOR(other.>),
  RESTRICT = scalarltsel);
CREATE OPERATOR other.> (FUNCTION = differs, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = <, JOIN = scalargtjoinsel);
-- Operands swapped.
CREATE OPERATOR + (FUNCTION = sum, LEFTARG = "it's", RIGHTARG = int, COMMUTATOR = +);
CREATE OPERATOR + (FUNCTION = sum, LEFTARG = int, RIGHTARG = "it's", COMMUTATOR = +);

-- One that is never made, as both; another that two prefix operators share a name with.
CREATE OPERATOR ?| (FUNCTION = is_same, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = OPERATOR(other.?&), NEGATOR = OPERATOR(other.!?));
CREATE OPERATOR !! (FUNCTION = is_none, RIGHTARG = "it's", NEGATOR = !!!);

-- A link that is not returned: what was made of the shell knows nothing of it.
CREATE OPERATOR #= (FUNCTION = is_same, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = %=, NEGATOR = %<>);
CREATE OPERATOR %= (FUNCTION = is_same, LEFTARG = "it's", RIGHTARG = "it's");
CREATE OPERATOR %<> (FUNCTION = differs, LEFTARG = "it's", RIGHTARG = "it's", NEGATOR = %==);
CREATE OPERATOR %== (FUNCTION = is_same, LEFTARG = "it's", RIGHTARG = "it's", NEGATOR = %<>);

-- Of a system function, over other kinds of types, of every symbol there is.
CREATE OPERATOR other.@#%^&|`?+-*/<>=~! (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
CREATE FUNCTION "of all"("e, 1"[], positive) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''';
CREATE OPERATOR @@ (FUNCTION = "of all", LEFTARG = "e, 1"[], RIGHTARG = positive);
CREATE FUNCTION "of all"("Row Type", anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT $2';
CREATE OPERATOR @@ (FUNCTION = "of all", LEFTARG = "Row Type", RIGHTARG = anyelement);
CREATE FUNCTION estimate(internal, oid, internal, int) RETURNS float8 LANGUAGE internal STABLE AS 'eqsel';
CREATE FUNCTION estimate(internal, oid, internal, int2, internal) RETURNS float8 LANGUAGE internal STABLE AS 'eqjoinsel';
CREATE OPERATOR @@ (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, RESTRICT = estimate, JOIN = estimate);
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 140000 THEN
    EXECUTE 'CREATE OPERATOR !! (FUNCTION = is_none, LEFTARG = "it''s")';
    EXECUTE 'COMMENT ON OPERATOR !! ("it''s", NONE) IS ''behind''';
  END IF;
END $$;

-- What uses them.
CREATE DOMAIN d AS "it's" CHECK (VALUE + 1 <> ROW(0)::"it's");
CREATE TABLE uses (
  id int PRIMARY KEY,
  i "it's" DEFAULT ROW(1)::"it's" + 1 CHECK (i < ROW(9)::"it's"),
  g boolean GENERATED ALWAYS AS (!! i) STORED
);
CREATE INDEX ON uses ((i + 1)) WHERE i OPERATOR(other.>) ROW(0)::"it's";
CREATE VIEW used AS SELECT i = ROW(1)::"it's" AS is_one, i ?| i AS maybe FROM uses WHERE NOT i <> i;
CREATE FUNCTION later("it's", "it's") RETURNS "it's" LANGUAGE sql IMMUTABLE AS 'SELECT CASE WHEN $1.a > $2.a THEN $1 ELSE $2 END';
CREATE AGGREGATE latest("it's") (SFUNC = later, STYPE = "it's", SORTOP = OPERATOR(other.>));

ALTER OPERATOR = ("it's", "it's") OWNER TO app_owner;
ALTER OPERATOR < ("it's", "it's") OWNER TO app_owner;
ALTER OPERATOR !! (NONE, "it's") OWNER TO app_owner;
ALTER OPERATOR other.?& ("it's", "it's") OWNER TO app_owner;
COMMENT ON OPERATOR = ("it's", "it's") IS 'it''s an "operator"';
COMMENT ON OPERATOR !! (NONE, "it's") IS 'before';
COMMENT ON OPERATOR @@ ("e, 1"[], positive) IS 'of all';
COMMENT ON OPERATOR other.!? ("it's", "it's") IS 'a shell';
