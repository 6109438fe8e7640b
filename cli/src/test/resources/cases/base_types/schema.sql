CREATE SCHEMA "Made ""of";
-- With every property, and functions of another schema.
CREATE TYPE number;
CREATE FUNCTION "Made ""of"."in, in"(cstring) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION "Made ""of"."out"(number) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION number_recv(internal) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION number_send(number) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE FUNCTION no_statistics(internal) RETURNS boolean LANGUAGE internal STRICT AS 'range_typanalyze';
CREATE TYPE number (
  INPUT = "Made ""of"."in, in", OUTPUT = "Made ""of"."out", RECEIVE = number_recv, SEND = number_send,
  ANALYZE = no_statistics, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, CATEGORY = 'N',
  PREFERRED = true, DELIMITER = ';', DEFAULT = '0'
);
ALTER TYPE number OWNER TO app_owner;
COMMENT ON TYPE number IS 'it''s a number';
COMMENT ON FUNCTION number_send(number) IS 'sends one';
REVOKE USAGE ON TYPE number FROM PUBLIC;
GRANT USAGE ON TYPE number TO app_user WITH GRANT OPTION;

-- Of a varying length, with modifiers.
CREATE TYPE "Made ""of"."Text, text";
CREATE FUNCTION "Made ""of".text_in(cstring, oid, int) RETURNS "Made ""of"."Text, text"
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION "Made ""of".text_out("Made ""of"."Text, text") RETURNS cstring
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION "Made ""of".typmod_in(cstring[]) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION "Made ""of".typmod_out(int) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE TYPE "Made ""of"."Text, text" (
  INPUT = "Made ""of".text_in, OUTPUT = "Made ""of".text_out, TYPMOD_IN = "Made ""of".typmod_in,
  TYPMOD_OUT = "Made ""of".typmod_out, STORAGE = main, CATEGORY = '''', COLLATABLE = true,
  DEFAULT = 'it''s "x"\'
);
ALTER TYPE "Made ""of"."Text, text" OWNER TO "Ro""le's. Ünï
x";

-- Aligned to single and to eight bytes, of a length of its own, and with functions of the system.
CREATE TYPE zero;
CREATE FUNCTION zero_in(cstring) RETURNS zero LANGUAGE internal IMMUTABLE STRICT AS 'cstring_in';
CREATE FUNCTION zero_out(zero) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'cstring_out';
CREATE TYPE zero (INPUT = zero_in, OUTPUT = zero_out, INTERNALLENGTH = -2, ALIGNMENT = char,
  CATEGORY = 'x', ANALYZE = pg_catalog.array_typanalyze);
CREATE TYPE spot;
CREATE FUNCTION spot_in(cstring) RETURNS spot LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION spot_out(spot) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE spot (INPUT = spot_in, OUTPUT = spot_out, INTERNALLENGTH = 16, ALIGNMENT = double, ELEMENT = float8);
CREATE TYPE short;
CREATE FUNCTION short_in(cstring) RETURNS short LANGUAGE internal IMMUTABLE STRICT AS 'int2in';
CREATE FUNCTION short_out(short) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int2out';
CREATE TYPE short (INPUT = short_in, OUTPUT = short_out, LIKE = int2, STORAGE = plain);
CREATE TYPE wide;
CREATE FUNCTION wide_in(cstring) RETURNS wide LANGUAGE internal IMMUTABLE STRICT AS 'byteain';
CREATE FUNCTION wide_out(wide) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'byteaout';
CREATE TYPE wide (INPUT = wide_in, OUTPUT = wide_out, STORAGE = external);

-- An array of a type takes its name, and a type takes the name of an array.
CREATE TYPE _short AS ENUM ('a');
CREATE TYPE _wide;

CREATE DOMAIN some_text AS "Made ""of"."Text, text"(7) DEFAULT 'abc' CHECK (VALUE IS NOT NULL);
CREATE TYPE pair AS (a number, b "Made ""of"."Text, text"(3), c short[]);
CREATE TABLE uses (
  id int PRIMARY KEY,
  a number DEFAULT '7',
  b "Made ""of"."Text, text"(12) COLLATE "C" DEFAULT 'x',
  c "Made ""of"."Text, text"(2)[],
  d spot,
  e wide,
  f pair,
  g some_text,
  h short[] DEFAULT '{1,2}'
);
ALTER TABLE uses ALTER e SET STORAGE extended;
CREATE VIEW shown AS SELECT a, d[0] AS x, '5'::number AS five, b::"Made ""of"."Text, text"(4) AS b FROM uses;
CREATE FUNCTION same(number, "Made ""of"."Text, text" DEFAULT 'y') RETURNS number LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION last(number, number) RETURNS number LANGUAGE sql IMMUTABLE AS 'SELECT $2';
CREATE AGGREGATE last(number) (SFUNC = last, STYPE = number);
