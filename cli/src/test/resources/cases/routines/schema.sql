CREATE SCHEMA api;
CREATE TYPE api.state AS ENUM ('on', 'off');
CREATE TABLE items (id int PRIMARY KEY, name text, price numeric(8, 2));
CREATE FUNCTION api.add(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 7
  AS $$ SELECT a + b $$;
CREATE FUNCTION api.add(a text, b text) RETURNS text LANGUAGE sql AS 'SELECT a || b';
CREATE FUNCTION api.add(VARIADIC a numeric[]) RETURNS numeric LANGUAGE sql AS 'SELECT sum(x) FROM unnest(a) x';
CREATE FUNCTION api.of_row(item items) RETURNS text LANGUAGE sql STABLE AS 'SELECT item.name';
CREATE FUNCTION api.all_items() RETURNS SETOF items LANGUAGE sql ROWS 12 AS 'SELECT * FROM items';
CREATE FUNCTION api.as_table(INOUT a int, OUT b text, c api.state DEFAULT 'on') LANGUAGE plpgsql AS $body$
BEGIN
  -- names what is made later; the body is checked at its first call only
  SELECT x FROM made_later INTO b;
END $body$;
CREATE FUNCTION api.returns_table(lim int) RETURNS TABLE (id int, "the name" text) LANGUAGE sql
  AS 'SELECT id, name FROM items LIMIT lim';
CREATE FUNCTION api.with_settings() RETURNS void LANGUAGE plpgsql SECURITY DEFINER LEAKPROOF
  SET search_path = api, pg_temp SET work_mem = '8MB' SET application_name = 'it''s me, ok'
  AS $$ BEGIN NULL; END $$;
CREATE FUNCTION api.polymorphic(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION api.default_calls(a int DEFAULT api.add(2, 3), b timestamptz DEFAULT now()) RETURNS int
  LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION api.quotes() RETURNS text LANGUAGE plpgsql AS $a$ BEGIN RETURN $q$ ' \ " $$ $q$; END $a$;
CREATE PROCEDURE api.work(INOUT a int, b text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
CREATE PROCEDURE api.work() LANGUAGE sql AS 'DELETE FROM items';
CREATE AGGREGATE api.total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0', PARALLEL = safe, COMBINEFUNC = int4pl);
CREATE AGGREGATE api.total(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE FUNCTION api.keep(state numeric, value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT greatest(state, value)';
CREATE FUNCTION api.half(state numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT state / 2';
CREATE AGGREGATE api.half_of_greatest(value numeric) (SFUNC = api.keep, STYPE = numeric, FINALFUNC = api.half,
  MSFUNC = api.keep, MINVFUNC = api.keep, MSTYPE = numeric, MFINALFUNC = api.half);
COMMENT ON FUNCTION api.add(int, int) IS 'adds';
COMMENT ON PROCEDURE api.work() IS 'works';
COMMENT ON AGGREGATE api.total(*) IS 'all of them';
ALTER FUNCTION api.add(text, text) OWNER TO app_owner;
ALTER PROCEDURE api.work() OWNER TO app_owner;
ALTER AGGREGATE api.total(int) OWNER TO app_owner;

-- Used by tables: in a default, a check, a generated column, an index, a partition key.
CREATE FUNCTION api.next_id() RETURNS bigint LANGUAGE sql VOLATILE AS 'SELECT 42::bigint';
CREATE FUNCTION api.is_fine(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t <> '' $$;
CREATE TABLE users_of_functions (
  id bigint DEFAULT api.next_id() PRIMARY KEY,
  t text CHECK (api.is_fine(t)),
  n int GENERATED ALWAYS AS (api.add(length(t), 2)) STORED
);
CREATE INDEX ON users_of_functions (api.add(n, 1));

-- A default that calls a function over the row type of its own table.
CREATE TABLE loops (id int PRIMARY KEY);
CREATE FUNCTION api.of_loop(l loops) RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
ALTER TABLE loops ADD COLUMN v int DEFAULT api.of_loop(NULL::loops);
ALTER TABLE loops ADD CONSTRAINT loops_check CHECK (api.of_loop(loops.*) > 0);
