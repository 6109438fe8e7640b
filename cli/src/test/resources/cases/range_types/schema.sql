CREATE SCHEMA "Span ""s";
CREATE COLLATION "Span ""s".backwards (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
CREATE TYPE temperature AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
ALTER TYPE temperature OWNER TO app_owner;
COMMENT ON TYPE temperature IS 'from cold to it''s warm';
REVOKE USAGE ON TYPE temperature FROM PUBLIC;
GRANT USAGE ON TYPE temperature TO app_user;
CREATE TYPE "Span ""s"."select range" AS RANGE (
  SUBTYPE = text,
  SUBTYPE_OPCLASS = text_pattern_ops,
  COLLATION = "Span ""s".backwards
);
ALTER TYPE "Span ""s"."select range" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON FUNCTION "Span ""s"."select range"(text, text) IS 'makes one';
ALTER FUNCTION "Span ""s"."select range"(text, text) OWNER TO app_owner;
REVOKE EXECUTE ON FUNCTION "Span ""s"."select range"(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "Span ""s"."select range"(text, text, text) TO app_user;

-- Made of functions: one that needs the type to be declared, one that does not.
CREATE TYPE steps;
CREATE FUNCTION canon(steps) RETURNS steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE FUNCTION "Span ""s"."far, far"(int, int) RETURNS float8 LANGUAGE sql IMMUTABLE
  AS 'SELECT $1::float8 - $2';
CREATE TYPE steps AS RANGE (
  SUBTYPE = int,
  CANONICAL = canon,
  SUBTYPE_DIFF = "Span ""s"."far, far"
);
COMMENT ON FUNCTION canon(steps) IS 'steps that are alike';

-- Of a domain, of an array, of a row, of a range; a long name.
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE of_domain AS RANGE (SUBTYPE = positive);
CREATE TYPE of_arrays AS RANGE (SUBTYPE = int[]);
CREATE TYPE point_in_time AS (day date, place text);
CREATE TYPE of_rows AS RANGE (SUBTYPE = point_in_time);
CREATE TYPE of_ranges AS RANGE (SUBTYPE = temperature);
CREATE TYPE a23456789012345678901234567890123456789012345678901234567890123 AS RANGE (SUBTYPE = date);

CREATE TABLE readings (
  id int PRIMARY KEY,
  a temperature DEFAULT temperature(0, 37.5),
  b temperature[] CHECK (NOT temperature(1, 2, '()') = ANY (b)),
  c "Span ""s"."select range",
  d steps DEFAULT '[1,5]'::steps,
  e of_rows,
  f of_ranges
);
CREATE INDEX readings_d ON readings (d);
CREATE INDEX readings_a ON readings USING gist (a);
CREATE DOMAIN warm AS temperature CHECK (lower(VALUE) > 20);
CREATE VIEW made AS SELECT temperature(1, id) AS t, d * steps(1, 9) AS d FROM readings;
CREATE FUNCTION widest(steps[]) RETURNS steps LANGUAGE sql AS 'SELECT $1[1]';
CREATE TYPE declared;
COMMENT ON TYPE declared IS 'some day';
ALTER TYPE declared OWNER TO app_owner;
CREATE TYPE "Span ""s"."declared, too";
