-- pre-data: 243 statements
SET standard_conforming_strings TO on;
SET client_encoding TO 'UTF8';
SET client_min_messages TO warning;
SET search_path TO '';
SET "DateStyle" TO 'ISO';
SET "IntervalStyle" TO postgres;
SET xmloption TO content;
SET array_nulls TO on;
SET transform_null_equals TO off;
SET check_function_bodies TO off;
SET row_security TO off;
SET default_transaction_isolation TO 'read committed';
SET default_tablespace TO '';
SET default_table_access_method TO heap;

BEGIN;

-- 0: create schema app
CREATE SCHEMA app;

-- 1: create extension uuid-ossp
CREATE EXTENSION "uuid-ossp" WITH SCHEMA app VERSION '1.1';

-- 2: create extension citext
CREATE EXTENSION citext WITH SCHEMA app;

-- 3: create enum type app.mood
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok', 'back\slash', '');

-- 4: create domain app.positive
CREATE DOMAIN app.positive AS integer DEFAULT 1 NOT NULL CONSTRAINT is_positive CHECK ((VALUE > 0));

-- 5: create domain app.code
CREATE DOMAIN app.code AS character varying(10) COLLATE pg_catalog."C" CONSTRAINT given NOT NULL;

-- 6: add check app.code.is_upper
ALTER DOMAIN app.code ADD CONSTRAINT is_upper CHECK (((VALUE)::text = upper((VALUE)::text))) NOT VALID;

-- 7: create composite type app.parade
CREATE TYPE app.parade AS (
    a0 boolean,
    a1 "char",
    a2 smallint,
    a3 integer,
    a4 bigint,
    a5 real,
    a6 double precision,
    a7 numeric,
    a8 text,
    a9 character varying,
    a10 bpchar,
    a11 "bit",
    a12 bit varying,
    a13 name,
    a14 json,
    a15 jsonb,
    a16 uuid,
    a17 bytea,
    a18 xml,
    a19 date,
    a20 time without time zone,
    a21 time with time zone,
    a22 timestamp without time zone,
    a23 timestamp with time zone,
    a24 interval,
    a25 regclass,
    a26 tsvector,
    a27 int4range,
    a28 inet,
    a29 oid,
    a30 numeric(10,2),
    a31 character varying(5),
    a32 character(5),
    a33 bit(3),
    a34 bit varying(3),
    a35 time(2) without time zone,
    a36 time(2) with time zone,
    a37 timestamp(0) without time zone,
    a38 timestamp(3) with time zone[],
    a39 character varying(7)[],
    a40 interval(3),
    a41 interval year to month,
    a42 interval day to second(2)[],
    a43 app.mood,
    a44 app.code[],
    sorted text COLLATE pg_catalog."C"
);

-- 8: create composite type app.nothing
CREATE TYPE app.nothing AS ();

-- 9: create shell type app.declared
CREATE TYPE app.declared;

-- 10: create range type app.span
CREATE TYPE app.span AS RANGE (
    SUBTYPE = double precision
);

-- 11: create range type app.named_span
CREATE TYPE app.named_span AS RANGE (
    SUBTYPE = double precision,
    SUBTYPE_OPCLASS = pg_catalog.float8_ops,
    SUBTYPE_DIFF = pg_catalog.float8mi
);

-- 12: create shell type app.number
CREATE TYPE app.number;

-- 13: create function app.number_in(cstring)
CREATE FUNCTION app.number_in(cstring)
RETURNS app.number
LANGUAGE internal
AS $$int4in$$;

-- 14: create function app.number_out(app.number)
CREATE FUNCTION app.number_out(app.number)
RETURNS cstring
LANGUAGE internal
AS $$int4out$$;

-- 15: create function app.number_send(app.number)
CREATE FUNCTION app.number_send(app.number)
RETURNS bytea
LANGUAGE internal
AS $$int4send$$;

-- 16: create base type app.number
CREATE TYPE app.number (
    INPUT = app.number_in,
    OUTPUT = app.number_out,
    SEND = app.number_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = INT4,
    STORAGE = MAIN,
    CATEGORY = '''',
    PREFERRED = true,
    DEFAULT = 'it''s',
    ELEMENT = integer,
    DELIMITER = ';',
    COLLATABLE = true
);

-- 17: set properties of type app.number
ALTER TYPE app.number SET (SEND = NONE, ANALYZE = pg_catalog.array_typanalyze, STORAGE = EXTENDED);

-- 18: create sequence app.down
CREATE SEQUENCE app.down AS BIGINT START WITH -1 INCREMENT BY -5 MINVALUE -9223372036854775808 MAXVALUE -1 CACHE 20 CYCLE;

-- 19: create sequence app.orders_seq
CREATE SEQUENCE app.orders_seq AS INTEGER START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 20: create collation app.by_library
CREATE COLLATION app.by_library (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

-- 21: create collation app.folded
CREATE COLLATION app.folded (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- 22: create function app.later(numeric, text, int4[])
CREATE FUNCTION app.later(amount numeric, note text DEFAULT 'a''b'::text, VARIADIC integer[] DEFAULT '{}'::integer[])
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(*) FROM not_there_yet$$;

-- 23: create function app.numbers()
CREATE FUNCTION app.numbers()
RETURNS SETOF integer
LANGUAGE sql IMMUTABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 0.25 ROWS 10000000 SUPPORT pg_catalog.generate_series_int8_support
SET search_path TO 'a b', '$user', 'it''s'
SET temp_tablespaces TO ''
SET work_mem TO '8MB'
SET my."Odd" TO 'a, b'
AS $$SELECT 1$$;

-- 24: create function app.pairs()
CREATE FUNCTION app.pairs()
RETURNS TABLE(id integer, label text)
LANGUAGE sql
AS $$SELECT 1, 'a'$$;

-- 25: create function app.outputs(int4)
CREATE FUNCTION app.outputs(OUT low integer, INOUT high integer)
RETURNS SETOF record
LANGUAGE plpgsql
AS $$BEGIN END$$;

-- 26: create function app.output()
CREATE FUNCTION app.output(OUT "only" integer)
LANGUAGE plpgsql
AS $$BEGIN END$$;

-- 27: create function app.on_change()
CREATE FUNCTION app.on_change()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN
  RETURN NEW;
END$$;

-- 28: create function app.on_event()
CREATE FUNCTION app.on_event()
RETURNS event_trigger
LANGUAGE plpgsql
AS $$BEGIN END$$;

-- 29: create function app.handler()
CREATE FUNCTION app.handler()
RETURNS language_handler
LANGUAGE c
AS '$libdir/plpgsql', 'plpgsql_call_handler';

-- 30: create procedure app.tidy(int4, text)
CREATE PROCEDURE app.tidy(amount integer, INOUT done text)
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout TO '1s'
AS $body1$BEGIN $$a$$; $body$ $; END$body1$;

-- 31: create aggregate app.total(float8)
CREATE AGGREGATE app.total(amount double precision) (
    SFUNC = pg_catalog.float8pl,
    STYPE = double precision,
    SSPACE = 8,
    COMBINEFUNC = pg_catalog.float8pl,
    INITCOND = '0',
    MSFUNC = pg_catalog.float8pl,
    MINVFUNC = pg_catalog.float8mi,
    MSTYPE = double precision,
    MSSPACE = 8,
    MINITCOND = '0',
    SORTOP = OPERATOR(pg_catalog.>),
    PARALLEL = SAFE
);

-- 32: create aggregate app.counted()
CREATE AGGREGATE app.counted(*) (
    SFUNC = pg_catalog.int8inc,
    STYPE = bigint,
    INITCOND = '0'
);

-- 33: create aggregate app.percentile(float8, anyelement)
CREATE AGGREGATE app.percentile(fraction double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = READ_WRITE
);

-- 34: create aggregate app.ranked(any)
CREATE AGGREGATE app.ranked(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = pg_catalog.ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = pg_catalog.rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

-- 35: create text search parser app.splitter
CREATE TEXT SEARCH PARSER app.splitter (START = pg_catalog.prsd_start, GETTOKEN = pg_catalog.prsd_nexttoken, END = pg_catalog.prsd_end, LEXTYPES = pg_catalog.prsd_lextype);

-- 36: create text search parser app.shower
CREATE TEXT SEARCH PARSER app.shower (START = pg_catalog.prsd_start, GETTOKEN = pg_catalog.prsd_nexttoken, END = pg_catalog.prsd_end, HEADLINE = pg_catalog.prsd_headline, LEXTYPES = pg_catalog.prsd_lextype);

-- 37: create text search template app.bare
CREATE TEXT SEARCH TEMPLATE app.bare (LEXIZE = pg_catalog.dsimple_lexize);

-- 38: create text search template app.prepared
CREATE TEXT SEARCH TEMPLATE app.prepared (INIT = pg_catalog.dsimple_init, LEXIZE = pg_catalog.dsimple_lexize);

-- 39: create text search dictionary app.whole
CREATE TEXT SEARCH DICTIONARY app.whole (TEMPLATE = app.bare);

-- 40: create text search dictionary app.stopped
CREATE TEXT SEARCH DICTIONARY app.stopped (TEMPLATE = app.prepared, stopwords = 'english', accept = 'false');

-- 41: create text search configuration app.found
CREATE TEXT SEARCH CONFIGURATION app.found (PARSER = app.splitter);

-- 42: add mapping to text search configuration app.found
ALTER TEXT SEARCH CONFIGURATION app.found ADD MAPPING FOR word WITH app.stopped, app.whole, pg_catalog.simple;

-- 43: set owner of text search dictionary app.whole
ALTER TEXT SEARCH DICTIONARY app.whole OWNER TO pg_monitor;

-- 44: set owner of text search configuration app.found
ALTER TEXT SEARCH CONFIGURATION app.found OWNER TO pg_monitor;

-- 45: comment on text search parser app.splitter
COMMENT ON TEXT SEARCH PARSER app.splitter IS 'words';

-- 46: comment on text search template app.bare
COMMENT ON TEXT SEARCH TEMPLATE app.bare IS 'words';

-- 47: comment on text search dictionary app.whole
COMMENT ON TEXT SEARCH DICTIONARY app.whole IS 'words';

-- 48: comment on text search configuration app.found
COMMENT ON TEXT SEARCH CONFIGURATION app.found IS 'words';

-- 49: create function app.first(app.mood[])
CREATE FUNCTION app.first(app.mood[])
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

-- 50: create function app.shorter(app.mood, int4, bool)
CREATE FUNCTION app.shorter(app.mood, integer, boolean)
RETURNS app.mood
LANGUAGE sql
AS $$SELECT $1$$;

-- 51: create cast (varchar AS app.mood)
CREATE CAST (character varying AS app.mood) WITH INOUT AS IMPLICIT;

-- 52: create cast (app.mood[] AS int4)
CREATE CAST (app.mood[] AS integer) WITH FUNCTION app.first(app.mood[]) AS ASSIGNMENT;

-- 53: create cast (app.mood AS app.mood)
CREATE CAST (app.mood AS app.mood) WITH FUNCTION app.shorter(app.mood, integer, boolean);

-- 54: create cast (xid AS int4)
CREATE CAST (xid AS integer) WITHOUT FUNCTION;

-- 55: create function app.before(app.mood, app.mood)
CREATE FUNCTION app.before(app.mood, app.mood)
RETURNS boolean
LANGUAGE sql
AS $$SELECT $1 < $2$$;

-- 56: create function app.is_sad(app.mood)
CREATE FUNCTION app.is_sad(app.mood)
RETURNS boolean
LANGUAGE sql
AS $$SELECT true$$;

-- 57: create operator app.<#(app.mood, app.mood)
CREATE OPERATOR app.<# (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood,
    COMMUTATOR = OPERATOR(app.#>),
    NEGATOR = OPERATOR(app.!<#),
    RESTRICT = pg_catalog.scalarltsel,
    JOIN = pg_catalog.scalarltjoinsel,
    HASHES,
    MERGES
);

-- 58: create operator app.#>(app.mood, app.mood)
CREATE OPERATOR app.#> (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood
);

-- 59: create operator app.@(NONE, app.mood)
CREATE OPERATOR app.@ (
    FUNCTION = app.is_sad,
    RIGHTARG = app.mood
);

-- 60: create operator app.?|(app.mood, app.mood)
CREATE OPERATOR app.?| (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood
);

-- 61: create operator app.@@(app.mood, app.mood)
CREATE OPERATOR app.@@ (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood
);

-- 62: create operator app.@(app.mood, NONE)
CREATE OPERATOR app.@ (
    FUNCTION = app.is_sad,
    LEFTARG = app.mood
);

-- 63: create operator family app.family USING btree
CREATE OPERATOR FAMILY app.family USING btree;

-- 64: add member of an operator family app.family USING btree: function 1 (int4, int8)
ALTER OPERATOR FAMILY app.family USING btree ADD FUNCTION 1 (integer, bigint) pg_catalog.btint48cmp(integer, bigint);

-- 65: add member of an operator family pg_catalog.box_ops USING gist: operator 99 (point, point)
ALTER OPERATOR FAMILY pg_catalog.box_ops USING gist ADD OPERATOR 99 pg_catalog.<-> (point, point) FOR ORDER BY pg_catalog.float_ops;

-- 66: create operator class app.class USING btree
CREATE OPERATOR CLASS app.class DEFAULT FOR TYPE app.mood USING btree FAMILY app.family AS
    OPERATOR 1 app.<# (app.mood, app.mood);

-- 67: create operator class app.bare USING btree
CREATE OPERATOR CLASS app.bare FOR TYPE integer USING btree FAMILY app.family AS
    STORAGE integer;

-- 68: create operator class app.stored USING gin
CREATE OPERATOR CLASS app.stored FOR TYPE anyarray USING gin FAMILY pg_catalog.array_ops AS
    STORAGE anyelement;

-- 69: set estimators of operator app.@@(app.mood, app.mood)
ALTER OPERATOR app.@@ (app.mood, app.mood) SET (
    RESTRICT = pg_catalog.eqsel,
    JOIN = NONE
);

-- 70: create foreign-data wrapper bare
CREATE FOREIGN DATA WRAPPER bare;

-- 71: create foreign-data wrapper wrapper
CREATE FOREIGN DATA WRAPPER wrapper VALIDATOR pg_catalog.postgresql_fdw_validator;

-- 72: create foreign server nowhere
CREATE SERVER nowhere FOREIGN DATA WRAPPER bare OPTIONS ("Any" 'it''s\');

-- 73: create foreign server elsewhere
CREATE SERVER elsewhere TYPE 'a ''type''' VERSION '1.0' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'example.org', dbname 'it''s');

-- 74: create user mapping pg_monitor on server elsewhere
-- secrets are not shown; give psql each as a variable: --set=secret_74_1=VALUE
CREATE USER MAPPING FOR pg_monitor SERVER elsewhere OPTIONS ("user" :'secret_74_1', password :'secret_74_2');

-- 75: create user mapping PUBLIC on server elsewhere
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere;

-- 76: comment on foreign-data wrapper wrapper
COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'far away';

-- 77: grant on foreign-data wrapper wrapper
GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO pg_monitor WITH GRANT OPTION;

-- 78: comment on foreign server elsewhere
COMMENT ON SERVER elsewhere IS 'far away';

-- 79: grant on foreign server elsewhere
GRANT USAGE ON FOREIGN SERVER elsewhere TO pg_monitor WITH GRANT OPTION;

-- 80: set owner of foreign server elsewhere
ALTER SERVER elsewhere OWNER TO pg_monitor;

-- 81: create foreign table app.far
CREATE FOREIGN TABLE app.far (
    id integer,
    label text
) SERVER nowhere OPTIONS ("Any name" 'it''s\', "select" '');

-- 82: create foreign table app.further
CREATE FOREIGN TABLE app.further (
    id integer
) INHERITS (app.far) SERVER nowhere;

-- 83: set foreign options of app.far.id
ALTER TABLE ONLY app.far ALTER COLUMN id OPTIONS (ADD column_name 'it''s', ADD "Other name" '');

-- 84: set foreign options of app.far.id
ALTER TABLE ONLY app.far ALTER COLUMN id OPTIONS (DROP "Other name", SET column_name 'that', ADD new 'x');

-- 85: comment on foreign table app.far
COMMENT ON FOREIGN TABLE app.far IS 'it''s far';

-- 86: comment on foreign table app.far
COMMENT ON FOREIGN TABLE app.far IS NULL;

-- 87: create table app.orders
CREATE TABLE app.orders (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME app.orders_id_seq START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE) NOT NULL,
    note text COLLATE pg_catalog."C" DEFAULT 'it''s'::text NOT NULL,
    customer bigint,
    amount numeric(10,2),
    doubled numeric GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED,
    mood app.mood,
    CONSTRAINT amount_positive CHECK ((amount > 0)),
    CONSTRAINT local_only CHECK ((customer > 0)) NO INHERIT
);

-- 88: create table app.fast_table
CREATE UNLOGGED TABLE app.fast_table (
    a text
) USING heap WITH (fillfactor = '70', toast.autovacuum_enabled = 'false') TABLESPACE pg_default;

-- 89: create table app.empty
CREATE TABLE app.empty ();

-- 90: create table app.customers
CREATE TABLE app.customers (
    id bigint
);

-- 91: create table app.hollow
CREATE TABLE app.hollow ();

-- 92: set type of app.hollow
ALTER TABLE ONLY app.hollow OF app.nothing;

-- 93: set type of app.hollow
ALTER TABLE ONLY app.hollow NOT OF;

-- 94: set default of app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET DEFAULT nextval('app.orders_seq'::regclass);

-- 95: set owner column of app.orders_seq
ALTER SEQUENCE app.orders_seq OWNED BY app.orders.customer;

-- 96: set statistics of app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET STATISTICS 500;

-- 97: set storage of app.orders.note
ALTER TABLE ONLY app.orders ALTER COLUMN note SET STORAGE EXTERNAL;

-- 98: set options of app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET (n_distinct = '-0.5');

-- 99: create table app.events
CREATE TABLE app.events (
    day date,
    code text
) PARTITION BY RANGE (day, lower(code) COLLATE pg_catalog."C" pg_catalog.text_pattern_ops);

-- 100: create table app.events_past
CREATE TABLE app.events_past (
    day date,
    code text
) PARTITION BY LIST (code);

-- 101: attach partition app.events_past
ALTER TABLE ONLY app.events ATTACH PARTITION app.events_past FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2026-01-01', MAXVALUE);

-- 102: create table app.events_other
CREATE TABLE app.events_other (
    day date,
    code text
) PARTITION BY HASH (day);

-- 103: attach partition app.events_other
ALTER TABLE ONLY app.events ATTACH PARTITION app.events_other DEFAULT;

-- 104: create table app.events_ab
CREATE TABLE app.events_ab (
    day date,
    code text
);

-- 105: attach partition app.events_ab
ALTER TABLE ONLY app.events_past ATTACH PARTITION app.events_ab FOR VALUES IN ('a', 'b''c', NULL);

-- 106: create table app.events_hash
CREATE TABLE app.events_hash (
    day date,
    code text
);

-- 107: attach partition app.events_hash
ALTER TABLE ONLY app.events_other ATTACH PARTITION app.events_hash FOR VALUES WITH (modulus 4, remainder 1);

-- 108: add key app.orders.orders_pkey
ALTER TABLE ONLY app.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id) INCLUDE (mood) WITH (fillfactor = '90') USING INDEX TABLESPACE pg_default;

-- 109: add key app.customers.customers_pkey
ALTER TABLE ONLY app.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

-- 110: create table app.elder
CREATE TABLE app.elder (
    amount integer,
    doubled integer GENERATED ALWAYS AS ((amount * 2)) STORED
);

-- 111: create table app.younger
CREATE TABLE app.younger (
    label text
);

-- 112: add NOT NULL to app.younger.label
ALTER TABLE app.younger ALTER COLUMN label SET NOT NULL;

-- 113: drop NOT NULL of app.younger.label
ALTER TABLE ONLY app.younger ALTER COLUMN label DROP NOT NULL;

-- 114: create table app.heir
CREATE TABLE app.heir (
    own date,
    CONSTRAINT own_check CHECK ((amount > 0))
) INHERITS (app.elder, app.younger);

-- 115: drop default of app.heir.label
ALTER TABLE ONLY app.heir ALTER COLUMN label DROP DEFAULT;

-- 116: add NOT NULL to app.heir.amount
ALTER TABLE ONLY app.heir ALTER COLUMN amount SET NOT NULL;

-- 117: add identity to app.heir.amount
ALTER TABLE ONLY app.heir ALTER COLUMN amount ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME app.heir_amount_seq START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);

-- 118: create a template for app.turned
CREATE TABLE app.template (
    doubled integer GENERATED ALWAYS AS ((amount * 2)) STORED,
    own date,
    amount integer NOT NULL,
    CONSTRAINT amount_fine CHECK ((amount > 0))
);

-- 119: create table app.turned
CREATE TABLE app.turned (
    own date
) INHERITS (app.template);

-- 120: give parents to app.turned
ALTER TABLE ONLY app.turned INHERIT app.elder, NO INHERIT app.template;

-- 121: drop the template for app.turned
DROP TABLE app.template;

-- 122: create table app.both_own
CREATE TABLE app.both_own (
    label text,
    z integer
);

-- 123: give parents to app.both_own
ALTER TABLE ONLY app.both_own INHERIT app.younger;

-- 124: create view app.plain_view
CREATE VIEW app.plain_view AS
 SELECT orders.id
   FROM app.orders;

-- 125: create view app.careful_view
CREATE VIEW app.careful_view WITH (security_barrier = 'true') AS
 SELECT orders.id
   FROM app.orders
WITH CASCADED CHECK OPTION;

-- 126: hold the place of view app.view_in_a_loop
CREATE VIEW app.view_in_a_loop AS
SELECT CAST(NULL AS bigint) AS id
WHERE 'Holds the place of a view that needs what needs it.' IS NULL;

-- 127: complete view app.view_in_a_loop
CREATE OR REPLACE VIEW app.view_in_a_loop AS
 SELECT orders.id
   FROM app.orders;

-- 128: hold the place of view app.view_of_rows
CREATE VIEW app.view_of_rows AS
SELECT CAST(NULL AS app.orders) AS "all", CAST(NULL AS text) COLLATE pg_catalog."C" AS name
WHERE 'Holds the place of a view that needs what needs it.' IS NULL;

-- 129: create materialized view app.summary
CREATE MATERIALIZED VIEW app.summary USING heap WITH (fillfactor = '70') TABLESPACE pg_default AS
 SELECT orders.id,
    orders.note
   FROM app.orders
WITH NO DATA;

-- 130: set default of app.view_of_rows.name
ALTER TABLE ONLY app.view_of_rows ALTER COLUMN name SET DEFAULT 'x'::text;

-- 131: drop default of app.view_of_rows.name
ALTER TABLE ONLY app.view_of_rows ALTER COLUMN name DROP DEFAULT;

-- 132: set statistics of app.summary.id
ALTER TABLE ONLY app.summary ALTER COLUMN id SET STATISTICS 500;

-- 133: set storage of app.summary.id
ALTER TABLE ONLY app.summary ALTER COLUMN id SET STORAGE PLAIN;

-- 134: set options of app.summary.id
ALTER TABLE ONLY app.summary ALTER COLUMN id SET (n_distinct = '5');

-- 135: comment on collation app.folded
COMMENT ON COLLATION app.folded IS 'it''s a\comment;
-- ''x''';

-- 136: comment on enum type app.mood
COMMENT ON TYPE app.mood IS 'it''s a\comment;
-- ''x''';

-- 137: comment on shell type app.declared
COMMENT ON TYPE app.declared IS 'it''s a\comment;
-- ''x''';

-- 138: comment on range type app.span
COMMENT ON TYPE app.span IS 'it''s a\comment;
-- ''x''';

-- 139: comment on base type app.number
COMMENT ON TYPE app.number IS 'it''s a\comment;
-- ''x''';

-- 140: comment on domain app.code
COMMENT ON DOMAIN app.code IS 'it''s a\comment;
-- ''x''';

-- 141: comment on composite type app.parade
COMMENT ON TYPE app.parade IS 'it''s a\comment;
-- ''x''';

-- 142: comment on sequence app.down
COMMENT ON SEQUENCE app.down IS 'it''s a\comment;
-- ''x''';

-- 143: comment on table app.orders
COMMENT ON TABLE app.orders IS 'it''s a\comment;
-- ''x''';

-- 144: comment on view app.plain_view
COMMENT ON VIEW app.plain_view IS 'it''s a\comment;
-- ''x''';

-- 145: comment on materialized view app.summary
COMMENT ON MATERIALIZED VIEW app.summary IS 'it''s a\comment;
-- ''x''';

-- 146: comment on function app.on_change()
COMMENT ON FUNCTION app.on_change() IS 'it''s a\comment;
-- ''x''';

-- 147: comment on procedure app.tidy(int4, text)
COMMENT ON PROCEDURE app.tidy(IN integer, IN text) IS 'it''s a\comment;
-- ''x''';

-- 148: comment on aggregate app.counted()
COMMENT ON AGGREGATE app.counted(*) IS 'it''s a\comment;
-- ''x''';

-- 149: comment on aggregate app.percentile(float8, anyelement)
COMMENT ON AGGREGATE app.percentile(double precision, anyelement) IS 'it''s a\comment;
-- ''x''';

-- 150: comment on aggregate app.ranked(any)
COMMENT ON AGGREGATE app.ranked("any") IS 'it''s a\comment;
-- ''x''';

-- 151: comment on schema app
COMMENT ON SCHEMA app IS 'it''s a\comment;
-- ''x''';

-- 152: comment on operator app.<#(app.mood, app.mood)
COMMENT ON OPERATOR app.<# (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 153: comment on operator app.#>(app.mood, app.mood)
COMMENT ON OPERATOR app.#> (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 154: comment on operator app.@(NONE, app.mood)
COMMENT ON OPERATOR app.@ (NONE, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 155: comment on operator app.?|(app.mood, app.mood)
COMMENT ON OPERATOR app.?| (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 156: comment on operator app.@@(app.mood, app.mood)
COMMENT ON OPERATOR app.@@ (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 157: comment on operator app.@(app.mood, NONE)
COMMENT ON OPERATOR app.@ (app.mood, NONE) IS 'it''s a\comment;
-- ''x''';

-- 158: comment on operator family app.family USING btree
COMMENT ON OPERATOR FAMILY app.family USING btree IS 'it''s a\comment;
-- ''x''';

-- 159: comment on operator class app.class USING btree
COMMENT ON OPERATOR CLASS app.class USING btree IS 'it''s a\comment;
-- ''x''';

-- 160: comment on operator class app.bare USING btree
COMMENT ON OPERATOR CLASS app.bare USING btree IS 'it''s a\comment;
-- ''x''';

-- 161: comment on operator class app.stored USING gin
COMMENT ON OPERATOR CLASS app.stored USING gin IS 'it''s a\comment;
-- ''x''';

-- 162: comment on cast (varchar AS app.mood)
COMMENT ON CAST (character varying AS app.mood) IS 'it''s a\comment;
-- ''x''';

-- 163: comment on cast (app.mood[] AS int4)
COMMENT ON CAST (app.mood[] AS integer) IS 'it''s a\comment;
-- ''x''';

-- 164: comment on cast (app.mood AS app.mood)
COMMENT ON CAST (app.mood AS app.mood) IS 'it''s a\comment;
-- ''x''';

-- 165: comment on cast (xid AS int4)
COMMENT ON CAST (xid AS integer) IS 'it''s a\comment;
-- ''x''';

-- 166: comment on extension uuid-ossp
COMMENT ON EXTENSION "uuid-ossp" IS 'it''s a\comment;
-- ''x''';

-- 167: comment on column app.orders.note
COMMENT ON COLUMN app.orders.note IS 'it''s a\comment;
-- ''x''';

-- 168: comment on column app.parade.a0
COMMENT ON COLUMN app.parade.a0 IS 'it''s a\comment;
-- ''x''';

-- 169: comment on constraint app.orders.amount_positive
COMMENT ON CONSTRAINT amount_positive ON app.orders IS 'it''s a\comment;
-- ''x''';

-- 170: comment on constraint app.positive.is_positive
COMMENT ON CONSTRAINT is_positive ON DOMAIN app.positive IS 'it''s a\comment;
-- ''x''';

-- 171: comment on table app.orders
COMMENT ON TABLE app.orders IS NULL;

-- 172: grant on schema app
GRANT USAGE, CREATE ON SCHEMA app TO PUBLIC;

-- 173: grant on enum type app.mood
GRANT USAGE ON TYPE app.mood TO PUBLIC;

-- 174: grant on domain app.code
GRANT USAGE ON DOMAIN app.code TO PUBLIC;

-- 175: grant on composite type app.parade
GRANT USAGE ON TYPE app.parade TO PUBLIC;

-- 176: grant on function app.on_change()
GRANT EXECUTE ON FUNCTION app.on_change() TO PUBLIC;

-- 177: grant on procedure app.tidy(int4, text)
GRANT EXECUTE ON PROCEDURE app.tidy(IN integer, IN text) TO PUBLIC;

-- 178: grant on aggregate app.counted()
GRANT EXECUTE ON FUNCTION app.counted() TO PUBLIC;

-- 179: grant on sequence app.down
GRANT SELECT, USAGE ON SEQUENCE app.down TO PUBLIC;

-- 180: grant on table app.orders
GRANT SELECT, TRUNCATE ON TABLE app.orders TO PUBLIC;

-- 181: grant on column app.orders.note
GRANT INSERT (note), UPDATE (note) ON TABLE app.orders TO PUBLIC;

-- 182: grant on view app.plain_view
GRANT SELECT ON TABLE app.plain_view TO PUBLIC;

-- 183: grant on materialized view app.summary
GRANT SELECT ON TABLE app.summary TO PUBLIC;

-- 184: grant on table app.customers
SET ROLE pg_monitor;
GRANT SELECT ON TABLE app.customers TO pg_signal_backend WITH GRANT OPTION;
RESET ROLE;

-- 185: revoke on function app.on_change()
REVOKE EXECUTE ON FUNCTION app.on_change() FROM PUBLIC;

-- 186: revoke on column app.orders.note
SET ROLE pg_monitor;
REVOKE INSERT (note) ON TABLE app.orders FROM PUBLIC;
RESET ROLE;

-- 187: set owner of collation app.folded
ALTER COLLATION app.folded OWNER TO pg_monitor;

-- 188: set owner of enum type app.mood
ALTER TYPE app.mood OWNER TO pg_monitor;

-- 189: set owner of shell type app.declared
ALTER TYPE app.declared OWNER TO pg_monitor;

-- 190: set owner of range type app.span
ALTER TYPE app.span OWNER TO pg_monitor;

-- 191: set owner of base type app.number
ALTER TYPE app.number OWNER TO pg_monitor;

-- 192: set owner of domain app.code
ALTER DOMAIN app.code OWNER TO pg_monitor;

-- 193: set owner of composite type app.parade
ALTER TYPE app.parade OWNER TO pg_monitor;

-- 194: set owner of sequence app.down
ALTER SEQUENCE app.down OWNER TO pg_monitor;

-- 195: set owner of table app.orders
ALTER TABLE app.orders OWNER TO pg_monitor;

-- 196: set owner of view app.plain_view
ALTER VIEW app.plain_view OWNER TO pg_monitor;

-- 197: set owner of materialized view app.summary
ALTER MATERIALIZED VIEW app.summary OWNER TO pg_monitor;

-- 198: set owner of function app.on_change()
ALTER FUNCTION app.on_change() OWNER TO pg_monitor;

-- 199: set owner of procedure app.tidy(int4, text)
ALTER PROCEDURE app.tidy(IN integer, IN text) OWNER TO pg_monitor;

-- 200: set owner of aggregate app.counted()
ALTER AGGREGATE app.counted(*) OWNER TO pg_monitor;

-- 201: set owner of aggregate app.percentile(float8, anyelement)
ALTER AGGREGATE app.percentile(double precision, anyelement) OWNER TO pg_monitor;

-- 202: set owner of aggregate app.ranked(any)
ALTER AGGREGATE app.ranked("any") OWNER TO pg_monitor;

-- 203: set owner of schema app
ALTER SCHEMA app OWNER TO pg_monitor;

-- 204: set owner of operator app.<#(app.mood, app.mood)
ALTER OPERATOR app.<# (app.mood, app.mood) OWNER TO pg_monitor;

-- 205: set owner of operator app.#>(app.mood, app.mood)
ALTER OPERATOR app.#> (app.mood, app.mood) OWNER TO pg_monitor;

-- 206: set owner of operator app.@(NONE, app.mood)
ALTER OPERATOR app.@ (NONE, app.mood) OWNER TO pg_monitor;

-- 207: set owner of operator app.?|(app.mood, app.mood)
ALTER OPERATOR app.?| (app.mood, app.mood) OWNER TO pg_monitor;

-- 208: set owner of operator app.@@(app.mood, app.mood)
ALTER OPERATOR app.@@ (app.mood, app.mood) OWNER TO pg_monitor;

-- 209: set owner of operator app.@(app.mood, NONE)
ALTER OPERATOR app.@ (app.mood, NONE) OWNER TO pg_monitor;

-- 210: set owner of operator family app.family USING btree
ALTER OPERATOR FAMILY app.family USING btree OWNER TO pg_monitor;

-- 211: set owner of operator class app.class USING btree
ALTER OPERATOR CLASS app.class USING btree OWNER TO pg_monitor;

-- 212: set owner of operator class app.bare USING btree
ALTER OPERATOR CLASS app.bare USING btree OWNER TO pg_monitor;

-- 213: set owner of operator class app.stored USING gin
ALTER OPERATOR CLASS app.stored USING gin OWNER TO pg_monitor;

-- 214: revoke on changed privileges on routine pg_catalog.pg_sleep(float8)
REVOKE EXECUTE ON ROUTINE pg_catalog.pg_sleep(double precision) FROM PUBLIC;

-- 215: grant on changed privileges on routine pg_catalog.count()
GRANT EXECUTE ON ROUTINE pg_catalog.count() TO pg_monitor;

-- 216: grant on changed privileges on table pg_catalog.pg_authid
GRANT SELECT ON TABLE pg_catalog.pg_authid TO pg_monitor;

-- 217: grant on changed privileges on column rolname of table pg_catalog.pg_authid
GRANT SELECT (rolname), UPDATE (rolname) ON TABLE pg_catalog.pg_authid TO pg_monitor;

-- 218: grant on changed privileges on type pg_catalog.jsonpath
GRANT USAGE ON TYPE pg_catalog.jsonpath TO pg_monitor;

-- 219: grant on changed privileges on schema pg_catalog
GRANT CREATE ON SCHEMA pg_catalog TO pg_monitor;

-- 220: grant on changed privileges on language plpgsql
GRANT USAGE ON LANGUAGE plpgsql TO pg_monitor;

-- 221: create language bare
CREATE LANGUAGE bare HANDLER pg_catalog.plpgsql_call_handler;

-- 222: create language run
CREATE LANGUAGE run HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler;

-- 223: create language full
CREATE TRUSTED LANGUAGE "full" HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler VALIDATOR pg_catalog.plpgsql_validator;

-- 224: create language checked
CREATE TRUSTED LANGUAGE checked HANDLER pg_catalog.plpgsql_call_handler VALIDATOR pg_catalog.plpgsql_validator;

-- 225: set owner of language checked
ALTER LANGUAGE checked OWNER TO pg_monitor;

-- 226: comment on language checked
COMMENT ON LANGUAGE checked IS 'it''s for values';

-- 227: grant on language checked
GRANT USAGE ON LANGUAGE checked TO pg_monitor WITH GRANT OPTION;

-- 228: revoke on language checked
REVOKE USAGE ON LANGUAGE checked FROM PUBLIC;

-- 229: create transform for int4 language sql
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal), TO SQL WITH FUNCTION pg_catalog.int4recv(internal));

-- 230: comment on transform for int4 language sql
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'it''s for values';

-- 231: create transform for date language checked
CREATE TRANSFORM FOR date LANGUAGE checked (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal));

-- 232: comment on transform for date language checked
COMMENT ON TRANSFORM FOR date LANGUAGE checked IS 'it''s for values';

-- 233: create transform for int4 language checked
CREATE TRANSFORM FOR integer LANGUAGE checked (TO SQL WITH FUNCTION pg_catalog.int4recv(internal));

-- 234: comment on transform for int4 language checked
COMMENT ON TRANSFORM FOR integer LANGUAGE checked IS 'it''s for values';

-- 235: create conversion app.rarely
CREATE CONVERSION app.rarely FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- 236: create conversion app.usually
CREATE DEFAULT CONVERSION app.usually FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- 237: set owner of conversion app.usually
ALTER CONVERSION app.usually OWNER TO pg_monitor;

-- 238: comment on conversion app.usually
COMMENT ON CONVERSION app.usually IS 'it''s usual';

-- 239: create access method tree
CREATE ACCESS METHOD tree TYPE INDEX HANDLER pg_catalog.bthandler;

-- 240: comment on access method tree
COMMENT ON ACCESS METHOD tree IS 'it''s another one';

-- 241: create access method heap2
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER pg_catalog.heap_tableam_handler;

-- 242: comment on access method heap2
COMMENT ON ACCESS METHOD heap2 IS 'it''s another one';

COMMIT;

-- post-data: 67 statements
SET standard_conforming_strings TO on;
SET client_encoding TO 'UTF8';
SET client_min_messages TO warning;
SET search_path TO '';
SET "DateStyle" TO 'ISO';
SET "IntervalStyle" TO postgres;
SET xmloption TO content;
SET array_nulls TO on;
SET transform_null_equals TO off;
SET check_function_bodies TO off;
SET row_security TO off;
SET default_transaction_isolation TO 'read committed';
SET default_tablespace TO '';
SET default_table_access_method TO heap;

-- 0: validate constraint app.code.is_upper
ALTER DOMAIN app.code VALIDATE CONSTRAINT is_upper;

-- 1: add key app.orders.orders_key
ALTER TABLE ONLY app.orders ADD CONSTRAINT orders_key UNIQUE (customer, note) DEFERRABLE INITIALLY DEFERRED;

-- 2: add check app.orders.at_once
ALTER TABLE app.orders ADD CONSTRAINT at_once CHECK ((customer > 0));

-- 3: add check app.orders.later
ALTER TABLE app.orders ADD CONSTRAINT later CHECK ((customer > 0)) NOT VALID;

-- 4: validate constraint app.orders.later
ALTER TABLE app.orders VALIDATE CONSTRAINT later;

-- 5: add NOT NULL to app.orders.amount
ALTER TABLE app.orders ALTER COLUMN amount SET NOT NULL;

-- 6: add NOT NULL to app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET NOT NULL;

-- 7: add foreign key app.orders.plain
ALTER TABLE app.orders ADD CONSTRAINT plain FOREIGN KEY (customer) REFERENCES app.customers (id);

-- 8: add foreign key app.orders.full
ALTER TABLE app.orders ADD CONSTRAINT "full" FOREIGN KEY (customer) REFERENCES app.customers (id) MATCH FULL ON UPDATE SET DEFAULT ON DELETE SET NULL DEFERRABLE NOT VALID;

-- 9: validate constraint app.orders.full
ALTER TABLE app.orders VALIDATE CONSTRAINT "full";

-- 10: create index app.orders_everything
CREATE UNIQUE INDEX CONCURRENTLY orders_everything ON app.orders USING btree (id DESC, lower(note) COLLATE pg_catalog."POSIX" pg_catalog.text_pattern_ops DESC NULLS LAST, (customer + 1) NULLS FIRST) INCLUDE (mood) WITH (fillfactor = '70') TABLESPACE pg_default WHERE ((id > 0));

-- 11: create index app.orders_words
CREATE INDEX orders_words ON app.orders USING gist (to_tsvector('simple'::regconfig, note) pg_catalog.tsvector_ops (siglen = '100'));

-- 12: create index app.orders_customer
CREATE INDEX orders_customer ON app.orders USING btree (customer);

-- 13: create index app.summary_id
CREATE INDEX summary_id ON app.summary USING btree (id);

-- 14: set cluster index of app.orders
ALTER TABLE app.orders CLUSTER ON orders_customer;

-- 15: set cluster index of app.summary
ALTER MATERIALIZED VIEW app.summary CLUSTER ON summary_id;

-- 16: set statistics of app.orders_everything
ALTER INDEX app.orders_everything ALTER COLUMN 2 SET STATISTICS 250;

-- 17: drop invalid index app.orders_words
DROP INDEX app.orders_words;

-- 18: drop invalid index app.orders_customer
DROP INDEX CONCURRENTLY app.orders_customer;

-- 19: create index app.events_day
CREATE INDEX events_day ON ONLY app.events USING btree (day);

-- 20: create index app.events_other_day
CREATE INDEX events_other_day ON ONLY app.events_other USING btree (day);

-- 21: attach index app.events_other_day
ALTER INDEX app.events_day ATTACH PARTITION app.events_other_day;

-- 22: create index app.events_above
CREATE INDEX events_above ON app.events USING btree (day);

-- 23: add exclusion constraint app.orders.orders_apart
ALTER TABLE ONLY app.orders ADD CONSTRAINT orders_apart EXCLUDE USING btree (customer WITH OPERATOR(pg_catalog.=), lower(note) COLLATE pg_catalog."POSIX" pg_catalog.text_pattern_ops DESC NULLS LAST WITH OPERATOR(pg_catalog.=)) INCLUDE (mood) WITH (fillfactor = '70') USING INDEX TABLESPACE pg_default WHERE ((id > 0)) DEFERRABLE;

-- 24: comment on index app.orders_everything
COMMENT ON INDEX app.orders_everything IS 'slow; but sure';

-- 25: create trigger app.orders.before_row
CREATE TRIGGER before_row BEFORE INSERT OR UPDATE OF note, amount ON app.orders FOR EACH ROW WHEN ((new.id > 0)) EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 26: create trigger app.orders.after_removal
CREATE TRIGGER after_removal AFTER DELETE OR TRUNCATE ON app.orders FOR EACH STATEMENT EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 27: create trigger app.plain_view.instead
CREATE TRIGGER instead INSTEAD OF UPDATE ON app.plain_view FOR EACH ROW EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 28: create trigger app.orders.deferred
CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON app.orders FROM app.customers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 29: create trigger app.orders.transitions
CREATE TRIGGER transitions AFTER UPDATE ON app.orders REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.on_change();

-- 30: set state of trigger app.orders.before_row
ALTER TABLE app.orders ENABLE TRIGGER before_row;

-- 31: set state of trigger app.orders.before_row
ALTER TABLE app.orders DISABLE TRIGGER before_row;

-- 32: set state of trigger app.orders.before_row
ALTER TABLE app.orders ENABLE REPLICA TRIGGER before_row;

-- 33: set state of trigger app.orders.before_row
ALTER TABLE app.orders ENABLE ALWAYS TRIGGER before_row;

-- 34: comment on trigger app.orders.before_row
COMMENT ON TRIGGER before_row ON app.orders IS 'fires';

-- 35: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY FULL;

-- 36: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY NOTHING;

-- 37: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY DEFAULT;

-- 38: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY USING INDEX customers_pkey;

-- 39: make tie of the function app.on_change() to the extension citext, with which it goes
ALTER FUNCTION app.on_change() DEPENDS ON EXTENSION citext;

-- 40: make tie of the aggregate app.counted() to the extension citext, with which it goes
ALTER ROUTINE app.counted() DEPENDS ON EXTENSION citext;

-- 41: make tie of the trigger app.orders.before_row to the extension citext, with which it goes
ALTER TRIGGER before_row ON app.orders DEPENDS ON EXTENSION citext;

-- 42: make tie of the constraint app.orders.orders_pkey to the extension citext, with which it goes
ALTER INDEX app.orders_pkey DEPENDS ON EXTENSION citext;

-- 43: create statistics app.orders_together
CREATE STATISTICS app.orders_together (NDISTINCT, DEPENDENCIES, MCV) ON customer, note FROM app.orders;

-- 44: set target of statistics app.orders_together
ALTER STATISTICS app.orders_together SET STATISTICS 500;

-- 45: set target of statistics app.orders_together
ALTER STATISTICS app.orders_together SET STATISTICS -1;

-- 46: set owner of statistics object app.orders_together
ALTER STATISTICS app.orders_together OWNER TO pg_monitor;

-- 47: comment on statistics object app.orders_together
COMMENT ON STATISTICS app.orders_together IS 'who says what';

-- 48: create rule app.orders.watched
CREATE RULE watched AS ON INSERT TO app.orders WHERE (new.id > 0) DO INSTEAD NOTHING;

-- 49: create rule app.plain_view.several
CREATE RULE several AS ON INSERT TO app.plain_view DO NOTHING;

-- 50: complete rule app.plain_view.several
CREATE OR REPLACE RULE several AS ON INSERT TO app.plain_view DO INSTEAD ( DELETE FROM app.orders
  WHERE false;
 DELETE FROM ONLY app.orders
  WHERE false;
);

-- 51: set state of rule app.orders.watched
ALTER TABLE app.orders ENABLE RULE watched;

-- 52: set state of rule app.orders.watched
ALTER TABLE app.orders DISABLE RULE watched;

-- 53: set state of rule app.orders.watched
ALTER TABLE app.orders ENABLE REPLICA RULE watched;

-- 54: set state of rule app.orders.watched
ALTER TABLE app.orders ENABLE ALWAYS RULE watched;

-- 55: comment on rule app.orders.watched
COMMENT ON RULE watched ON app.orders IS 'tells others';

-- 56: comment on rule app.plain_view._RETURN
COMMENT ON RULE "_RETURN" ON app.plain_view IS 'the query';

-- 57: create policy app.orders.open_to_all
CREATE POLICY open_to_all ON app.orders FOR ALL TO PUBLIC USING ((id > 0));

-- 58: create policy app.orders.narrow
CREATE POLICY narrow ON app.orders AS RESTRICTIVE FOR UPDATE TO pg_monitor USING ((id > 0)) WITH CHECK ((id < 9));

-- 59: set roles of policy app.orders.open_to_all
ALTER POLICY open_to_all ON app.orders TO pg_monitor;

-- 60: comment on policy app.orders.narrow
COMMENT ON POLICY narrow ON app.orders IS 'some rows';

-- 61: set row security of app.orders
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- 62: set row security of app.orders
ALTER TABLE app.orders DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;

-- 63: create publication everything
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');

-- 64: create publication nothing_yet
CREATE PUBLICATION nothing_yet WITH (publish = '');

-- 65: create publication some
CREATE PUBLICATION "some" FOR TABLE ONLY app.customers, ONLY app.events WITH (publish = 'insert, delete', publish_via_partition_root = true);

-- 66: comment on publication some
COMMENT ON PUBLICATION "some" IS 'to the shards';

-- cutover: 24 statements
SET standard_conforming_strings TO on;
SET client_encoding TO 'UTF8';
SET client_min_messages TO warning;
SET search_path TO '';
SET "DateStyle" TO 'ISO';
SET "IntervalStyle" TO postgres;
SET xmloption TO content;
SET array_nulls TO on;
SET transform_null_equals TO off;
SET check_function_bodies TO off;
SET row_security TO off;
SET default_transaction_isolation TO 'read committed';
SET default_tablespace TO '';
SET default_table_access_method TO heap;

-- 0: set value of app.down
SELECT pg_catalog.setval('app.down'::pg_catalog.regclass, '-9223372036854775808', true)
FROM app.down
WHERE last_value > '-9223372036854775808' OR (last_value = '-9223372036854775808' AND NOT is_called);

-- 1: set value of app.orders_seq
SELECT pg_catalog.setval('app.orders_seq'::pg_catalog.regclass, 42, false)
FROM app.orders_seq
WHERE last_value < 42;

-- 2: create sequence app.late
CREATE SEQUENCE app.late AS BIGINT START WITH 500 INCREMENT BY 1 MINVALUE -10 MAXVALUE 1000 CACHE 1 NO CYCLE;

-- 3: set value of app.late
SELECT pg_catalog.setval('app.late'::pg_catalog.regclass, -7, true)
FROM app.late
WHERE last_value < -7 OR (last_value = -7 AND NOT is_called) OR (last_value = 500 AND NOT is_called);

-- 4: refresh materialized view app.summary
REFRESH MATERIALIZED VIEW app.summary;

-- 5: create index app.summary_key
CREATE UNIQUE INDEX summary_key ON app.summary USING btree (id);

-- 6: refresh materialized view app.summary
REFRESH MATERIALIZED VIEW CONCURRENTLY app.summary;

-- 7: make tie of the function app.on_change() to the extension citext, whose member it was made
ALTER EXTENSION citext ADD FUNCTION app.on_change();

-- 8: make tie of the aggregate app.counted() to the extension citext, whose member it was made
ALTER EXTENSION citext ADD AGGREGATE app.counted(*);

-- 9: make tie of the table app.orders to the extension citext, whose member it was made
ALTER EXTENSION citext ADD TABLE app.orders;

-- 10: grant on default privileges for role pg_monitor in schema app on tables
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION;

-- 11: grant on default privileges for role pg_monitor on schemas
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT USAGE ON SCHEMAS TO pg_monitor;

-- 12: grant on default privileges for role pg_monitor in schema app on sequences
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT USAGE ON SEQUENCES TO pg_monitor WITH GRANT OPTION;

-- 13: revoke on default privileges for role pg_monitor on routines
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE EXECUTE ON ROUTINES FROM PUBLIC;

-- 14: revoke on default privileges for role pg_monitor on types
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE USAGE ON TYPES FROM PUBLIC;

-- 15: create event trigger ends
CREATE EVENT TRIGGER ends ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION app.on_event ();

-- 16: create event trigger rewrites
CREATE EVENT TRIGGER rewrites ON table_rewrite EXECUTE FUNCTION app.on_event ();

-- 17: create event trigger drops
CREATE EVENT TRIGGER drops ON sql_drop EXECUTE FUNCTION app.on_event ();

-- 18: create event trigger starts
CREATE EVENT TRIGGER starts ON ddl_command_start WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION app.on_event ();

-- 19: comment on event trigger starts
COMMENT ON EVENT TRIGGER starts IS 'it begins';

-- 20: set state of event trigger starts
ALTER EVENT TRIGGER starts ENABLE;

-- 21: set state of event trigger starts
ALTER EVENT TRIGGER starts DISABLE;

-- 22: set state of event trigger starts
ALTER EVENT TRIGGER starts ENABLE REPLICA;

-- 23: set state of event trigger starts
ALTER EVENT TRIGGER starts ENABLE ALWAYS;
