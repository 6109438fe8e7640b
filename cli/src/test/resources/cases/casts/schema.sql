CREATE SCHEMA "My ""casts"" é";
SET search_path = "My ""casts"" é";
CREATE TYPE "e, 1" AS ENUM ('a', 'b');
CREATE TYPE "select" AS (a int, b text);
CREATE TYPE "it's" AS (a int);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE "Row Type" (a int PRIMARY KEY, b text);
CREATE VIEW of_view AS SELECT 1 AS a;

-- Ways to make the one value out of the other.
CREATE FUNCTION "to ""it""" (int) RETURNS "it's" LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1)::"My ""casts"" é"."it''s"';
CREATE CAST (int AS "it's") WITH FUNCTION "to ""it""" (int) AS ASSIGNMENT;
CREATE FUNCTION from_it("it's") RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
CREATE CAST ("it's" AS int) WITH FUNCTION from_it AS IMPLICIT;
CREATE FUNCTION from_select("select") RETURNS text LANGUAGE sql AS 'SELECT $1.b';
CREATE CAST ("select" AS text) WITH FUNCTION from_select("select");
CREATE CAST (varchar AS "e, 1") WITH INOUT AS IMPLICIT;
CREATE CAST ("e, 1" AS varchar) WITH INOUT AS ASSIGNMENT;
CREATE CAST (text AS "select") WITH INOUT;

-- With a length, and whether it was asked for; from a type to itself.
CREATE FUNCTION with_length(text, int, boolean) RETURNS "it's" LANGUAGE sql IMMUTABLE AS 'SELECT ROW($2)::"My ""casts"" é"."it''s"';
CREATE CAST (text AS "it's") WITH FUNCTION with_length(text, int, boolean) AS ASSIGNMENT;
CREATE FUNCTION with_length("it's", int) RETURNS "it's" LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE CAST ("it's" AS "it's") WITH FUNCTION with_length("it's", int) AS IMPLICIT;

-- Arrays, domains and rows.
CREATE FUNCTION first("e, 1"[]) RETURNS "e, 1" LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE CAST ("e, 1"[] AS "e, 1") WITH FUNCTION first("e, 1"[]) AS ASSIGNMENT;
CREATE FUNCTION to_array(int) RETURNS "e, 1"[] LANGUAGE sql IMMUTABLE AS 'SELECT NULL::"My ""casts"" é"."e, 1"[]';
CREATE CAST (int AS "e, 1"[]) WITH FUNCTION to_array(int);
CREATE FUNCTION to_positive("select") RETURNS positive LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
CREATE CAST ("select" AS positive) WITH FUNCTION to_positive("select");
CREATE FUNCTION of_row("Row Type") RETURNS "select" LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1.a, $1.b)::"My ""casts"" é"."select"';
CREATE CAST ("Row Type" AS "select") WITH FUNCTION of_row("Row Type") AS IMPLICIT;
CREATE CAST (of_view AS text) WITH INOUT AS ASSIGNMENT;
CREATE CAST ("Row Type"[] AS text) WITH INOUT AS ASSIGNMENT;

-- Between types of the system, by functions of theirs and of ours.
CREATE CAST (xid AS int) WITHOUT FUNCTION;
CREATE CAST (int AS xid) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE CAST (text AS uuid) WITH INOUT AS ASSIGNMENT;
CREATE CAST (float8 AS timestamptz) WITH FUNCTION to_timestamp(float8) AS ASSIGNMENT;
CREATE FUNCTION days(int) RETURNS interval LANGUAGE sql IMMUTABLE AS 'SELECT make_interval(days => $1)';
CREATE CAST (int AS interval) WITH FUNCTION days(int) AS ASSIGNMENT;

-- What an expression uses without naming it: no dependency tells of the first.
CREATE FUNCTION is_a("e, 1") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = 'a' $$;
CREATE DOMAIN a_code AS varchar CHECK (is_a(VALUE));
CREATE TABLE uses (
  id int PRIMARY KEY,
  code varchar CHECK (is_a(code)),
  number int DEFAULT ROW(7)::"it's" CHECK (number + ROW(1)::"it's" > 0),
  always int GENERATED ALWAYS AS (number + ROW(1)::"it's") STORED
);
CREATE INDEX ON uses ((number + ROW(1)::"it's"));
CREATE VIEW used AS SELECT is_a(code) AS is_a, ROW(1)::"it's" + number AS sum, u.code::"e, 1" AS e FROM uses u;

COMMENT ON CAST (int AS "it's") IS 'it''s a "cast"';
COMMENT ON CAST ("Row Type" AS "select") IS 'of rows';
COMMENT ON CAST (xid AS int) IS 'of the system';
