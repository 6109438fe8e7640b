CREATE TYPE list;
CREATE FUNCTION list_in(cstring) RETURNS list LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_in';
CREATE FUNCTION list_out(list) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_out';
CREATE FUNCTION "Made ""of"."sub script"(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT
  AS 'jsonb_subscript_handler';
CREATE TYPE list (INPUT = list_in, OUTPUT = list_out, SUBSCRIPT = "Made ""of"."sub script", STORAGE = extended);
CREATE TYPE numbers;
CREATE FUNCTION numbers_in(cstring) RETURNS numbers LANGUAGE internal IMMUTABLE STRICT AS 'int2vectorin';
CREATE FUNCTION numbers_out(numbers) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int2vectorout';
CREATE TYPE numbers (INPUT = numbers_in, OUTPUT = numbers_out, SUBSCRIPT = raw_array_subscript_handler, ELEMENT = number);
CREATE TABLE lists (id int PRIMARY KEY, a list, b numbers);
CREATE VIEW parts AS SELECT a['x'] AS x, b[1] AS first FROM lists;
