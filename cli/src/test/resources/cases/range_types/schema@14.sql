CREATE TYPE named AS RANGE (SUBTYPE = int8, MULTIRANGE_TYPE_NAME = "Span ""s"."many, many");
COMMENT ON TYPE "Span ""s"."many, many" IS 'several at once';
COMMENT ON FUNCTION "many, many"(VARIADIC named[]) IS 'makes some';
REVOKE EXECUTE ON FUNCTION "many, many"(named) FROM PUBLIC;
ALTER FUNCTION "many, many"() OWNER TO app_owner;
CREATE TABLE many (
  id int PRIMARY KEY,
  a "Span ""s"."many, many" DEFAULT "many, many"(named(1, 2)),
  b temperature_multirange,
  c "Span ""s"."many, many"[]
);
CREATE VIEW of_many AS SELECT a + "many, many"() AS a, unnest(b) AS b FROM many;
CREATE FUNCTION all_of(temperature_multirange) RETURNS "Span ""s"."many, many" LANGUAGE sql
  AS 'SELECT NULL::"Span ""s"."many, many"';
