-- pre-data: 252 statements
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
    SUBTYPE_DIFF = pg_catalog.float8mi,
    MULTIRANGE_TYPE_NAME = app."several spans"
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
    SUBSCRIPT = pg_catalog.raw_array_subscript_handler,
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

-- 20: create sequence app.fast
CREATE UNLOGGED SEQUENCE app.fast AS INTEGER START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 21: create collation app.by_library
CREATE COLLATION app.by_library (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

-- 22: create collation app.folded
CREATE COLLATION app.folded (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- 23: create collation app.ruled
CREATE COLLATION app.ruled (PROVIDER = icu, LOCALE = 'und', RULES = '& a < ''it''''s''
& V << w');

-- 24: create collation app.by_server
CREATE COLLATION app.by_server (PROVIDER = builtin, LOCALE = 'C.UTF-8');

-- 25: create function app.later(numeric, text, int4[])
CREATE FUNCTION app.later(amount numeric, note text DEFAULT 'a''b'::text, VARIADIC integer[] DEFAULT '{}'::integer[])
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(*) FROM not_there_yet$$;

-- 26: create function app.numbers()
CREATE FUNCTION app.numbers()
RETURNS SETOF integer
LANGUAGE sql IMMUTABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 0.25 ROWS 10000000 SUPPORT pg_catalog.generate_series_int8_support
SET search_path TO 'a b', '$user', 'it''s'
SET temp_tablespaces TO ''
SET work_mem TO '8MB'
SET my."Odd" TO 'a, b'
AS $$SELECT 1$$;

-- 27: create function app.pairs()
CREATE FUNCTION app.pairs()
RETURNS TABLE(id integer, label text)
LANGUAGE sql
AS $$SELECT 1, 'a'$$;

-- 28: create function app.outputs(int4)
CREATE FUNCTION app.outputs(OUT low integer, INOUT high integer)
RETURNS SETOF record
LANGUAGE plpgsql
AS $$BEGIN END$$;

-- 29: create function app.output()
CREATE FUNCTION app.output(OUT "only" integer)
LANGUAGE plpgsql
AS $$BEGIN END$$;

-- 30: create function app.on_change()
CREATE FUNCTION app.on_change()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN
  RETURN NEW;
END$$;

-- 31: create function app.on_event()
CREATE FUNCTION app.on_event()
RETURNS event_trigger
LANGUAGE plpgsql
AS $$BEGIN END$$;

-- 32: create function app.handler()
CREATE FUNCTION app.handler()
RETURNS language_handler
LANGUAGE c
AS '$libdir/plpgsql', 'plpgsql_call_handler';

-- 33: create function app.standard()
CREATE FUNCTION app.standard()
RETURNS integer
LANGUAGE sql
BEGIN ATOMIC
 SELECT 1;
 SELECT CASE WHEN true THEN 1 END;
END;

-- 34: create procedure app.tidy(int4, text)
CREATE PROCEDURE app.tidy(amount integer, INOUT done text)
LANGUAGE plpgsql SECURITY DEFINER
SET lock_timeout TO '1s'
AS $body1$BEGIN $$a$$; $body$ $; END$body1$;

-- 35: create aggregate app.total(float8)
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

-- 36: create aggregate app.counted()
CREATE AGGREGATE app.counted(*) (
    SFUNC = pg_catalog.int8inc,
    STYPE = bigint,
    INITCOND = '0'
);

-- 37: create aggregate app.percentile(float8, anyelement)
CREATE AGGREGATE app.percentile(fraction double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = READ_WRITE
);

-- 38: create aggregate app.ranked(any)
CREATE AGGREGATE app.ranked(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = pg_catalog.ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = pg_catalog.rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

-- 39: create text search parser app.splitter
CREATE TEXT SEARCH PARSER app.splitter (START = pg_catalog.prsd_start, GETTOKEN = pg_catalog.prsd_nexttoken, END = pg_catalog.prsd_end, LEXTYPES = pg_catalog.prsd_lextype);

-- 40: create text search parser app.shower
CREATE TEXT SEARCH PARSER app.shower (START = pg_catalog.prsd_start, GETTOKEN = pg_catalog.prsd_nexttoken, END = pg_catalog.prsd_end, HEADLINE = pg_catalog.prsd_headline, LEXTYPES = pg_catalog.prsd_lextype);

-- 41: create text search template app.bare
CREATE TEXT SEARCH TEMPLATE app.bare (LEXIZE = pg_catalog.dsimple_lexize);

-- 42: create text search template app.prepared
CREATE TEXT SEARCH TEMPLATE app.prepared (INIT = pg_catalog.dsimple_init, LEXIZE = pg_catalog.dsimple_lexize);

-- 43: create text search dictionary app.whole
CREATE TEXT SEARCH DICTIONARY app.whole (TEMPLATE = app.bare);

-- 44: create text search dictionary app.stopped
CREATE TEXT SEARCH DICTIONARY app.stopped (TEMPLATE = app.prepared, stopwords = 'english', accept = 'false');

-- 45: create text search configuration app.found
CREATE TEXT SEARCH CONFIGURATION app.found (PARSER = app.splitter);

-- 46: add mapping to text search configuration app.found
ALTER TEXT SEARCH CONFIGURATION app.found ADD MAPPING FOR word WITH app.stopped, app.whole, pg_catalog.simple;

-- 47: set owner of text search dictionary app.whole
ALTER TEXT SEARCH DICTIONARY app.whole OWNER TO pg_monitor;

-- 48: set owner of text search configuration app.found
ALTER TEXT SEARCH CONFIGURATION app.found OWNER TO pg_monitor;

-- 49: comment on text search parser app.splitter
COMMENT ON TEXT SEARCH PARSER app.splitter IS 'words';

-- 50: comment on text search template app.bare
COMMENT ON TEXT SEARCH TEMPLATE app.bare IS 'words';

-- 51: comment on text search dictionary app.whole
COMMENT ON TEXT SEARCH DICTIONARY app.whole IS 'words';

-- 52: comment on text search configuration app.found
COMMENT ON TEXT SEARCH CONFIGURATION app.found IS 'words';

-- 53: create function app.first(app.mood[])
CREATE FUNCTION app.first(app.mood[])
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

-- 54: create function app.shorter(app.mood, int4, bool)
CREATE FUNCTION app.shorter(app.mood, integer, boolean)
RETURNS app.mood
LANGUAGE sql
AS $$SELECT $1$$;

-- 55: create cast (varchar AS app.mood)
CREATE CAST (character varying AS app.mood) WITH INOUT AS IMPLICIT;

-- 56: create cast (app.mood[] AS int4)
CREATE CAST (app.mood[] AS integer) WITH FUNCTION app.first(app.mood[]) AS ASSIGNMENT;

-- 57: create cast (app.mood AS app.mood)
CREATE CAST (app.mood AS app.mood) WITH FUNCTION app.shorter(app.mood, integer, boolean);

-- 58: create cast (xid AS int4)
CREATE CAST (xid AS integer) WITHOUT FUNCTION;

-- 59: create function app.before(app.mood, app.mood)
CREATE FUNCTION app.before(app.mood, app.mood)
RETURNS boolean
LANGUAGE sql
AS $$SELECT $1 < $2$$;

-- 60: create function app.is_sad(app.mood)
CREATE FUNCTION app.is_sad(app.mood)
RETURNS boolean
LANGUAGE sql
AS $$SELECT true$$;

-- 61: create operator app.<#(app.mood, app.mood)
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

-- 62: create operator app.#>(app.mood, app.mood)
CREATE OPERATOR app.#> (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood
);

-- 63: create operator app.@(NONE, app.mood)
CREATE OPERATOR app.@ (
    FUNCTION = app.is_sad,
    RIGHTARG = app.mood
);

-- 64: create operator app.?|(app.mood, app.mood)
CREATE OPERATOR app.?| (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood
);

-- 65: create operator app.@@(app.mood, app.mood)
CREATE OPERATOR app.@@ (
    FUNCTION = app.before,
    LEFTARG = app.mood,
    RIGHTARG = app.mood
);

-- 66: create operator family app.family USING btree
CREATE OPERATOR FAMILY app.family USING btree;

-- 67: add member of an operator family app.family USING btree: function 1 (int4, int8)
ALTER OPERATOR FAMILY app.family USING btree ADD FUNCTION 1 (integer, bigint) pg_catalog.btint48cmp(integer, bigint);

-- 68: add member of an operator family pg_catalog.box_ops USING gist: operator 99 (point, point)
ALTER OPERATOR FAMILY pg_catalog.box_ops USING gist ADD OPERATOR 99 pg_catalog.<-> (point, point) FOR ORDER BY pg_catalog.float_ops;

-- 69: create operator class app.class USING btree
CREATE OPERATOR CLASS app.class DEFAULT FOR TYPE app.mood USING btree FAMILY app.family AS
    OPERATOR 1 app.<# (app.mood, app.mood);

-- 70: create operator class app.bare USING btree
CREATE OPERATOR CLASS app.bare FOR TYPE integer USING btree FAMILY app.family AS
    STORAGE integer;

-- 71: create operator class app.stored USING gin
CREATE OPERATOR CLASS app.stored FOR TYPE anyarray USING gin FAMILY pg_catalog.array_ops AS
    STORAGE anyelement;

-- 72: set estimators of operator app.@@(app.mood, app.mood)
ALTER OPERATOR app.@@ (app.mood, app.mood) SET (
    RESTRICT = pg_catalog.eqsel,
    JOIN = NONE
);

-- 73: complete operator app.@@(app.mood, app.mood)
ALTER OPERATOR app.@@ (app.mood, app.mood) SET (
    COMMUTATOR = OPERATOR(app.@@),
    NEGATOR = OPERATOR(app.?|),
    HASHES,
    MERGES
);

-- 74: create foreign-data wrapper bare
CREATE FOREIGN DATA WRAPPER bare;

-- 75: create foreign-data wrapper wrapper
CREATE FOREIGN DATA WRAPPER wrapper VALIDATOR pg_catalog.postgresql_fdw_validator;

-- 76: create foreign server nowhere
CREATE SERVER nowhere FOREIGN DATA WRAPPER bare OPTIONS ("Any" 'it''s\');

-- 77: create foreign server elsewhere
CREATE SERVER elsewhere TYPE 'a ''type''' VERSION '1.0' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'example.org', dbname 'it''s');

-- 78: create user mapping pg_monitor on server elsewhere
-- secrets are not shown; give psql each as a variable: --set=secret_78_1=VALUE
CREATE USER MAPPING FOR pg_monitor SERVER elsewhere OPTIONS ("user" :'secret_78_1', password :'secret_78_2');

-- 79: create user mapping PUBLIC on server elsewhere
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere;

-- 80: comment on foreign-data wrapper wrapper
COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'far away';

-- 81: grant on foreign-data wrapper wrapper
GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO pg_monitor WITH GRANT OPTION;

-- 82: comment on foreign server elsewhere
COMMENT ON SERVER elsewhere IS 'far away';

-- 83: grant on foreign server elsewhere
GRANT USAGE ON FOREIGN SERVER elsewhere TO pg_monitor WITH GRANT OPTION;

-- 84: set owner of foreign server elsewhere
ALTER SERVER elsewhere OWNER TO pg_monitor;

-- 85: create foreign table app.far
CREATE FOREIGN TABLE app.far (
    id integer,
    label text
) SERVER nowhere OPTIONS ("Any name" 'it''s\', "select" '');

-- 86: create foreign table app.further
CREATE FOREIGN TABLE app.further (
    id integer
) INHERITS (app.far) SERVER nowhere;

-- 87: set foreign options of app.far.id
ALTER TABLE ONLY app.far ALTER COLUMN id OPTIONS (ADD column_name 'it''s', ADD "Other name" '');

-- 88: set foreign options of app.far.id
ALTER TABLE ONLY app.far ALTER COLUMN id OPTIONS (DROP "Other name", SET column_name 'that', ADD new 'x');

-- 89: comment on foreign table app.far
COMMENT ON FOREIGN TABLE app.far IS 'it''s far';

-- 90: comment on foreign table app.far
COMMENT ON FOREIGN TABLE app.far IS NULL;

-- 91: create table app.orders
CREATE TABLE app.orders (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME app.orders_id_seq START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE) NOT NULL,
    note text COMPRESSION PGLZ COLLATE pg_catalog."C" DEFAULT 'it''s'::text CONSTRAINT note_given NOT NULL NO INHERIT,
    customer bigint,
    amount numeric(10,2),
    doubled numeric GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED,
    mood app.mood,
    CONSTRAINT amount_positive CHECK ((amount > 0)),
    CONSTRAINT local_only CHECK ((customer > 0)) NO INHERIT
);

-- 92: create table app.fast_table
CREATE UNLOGGED TABLE app.fast_table (
    a text,
    upper_a text GENERATED ALWAYS AS (upper(a)) VIRTUAL
) USING heap WITH (fillfactor = '70', toast.autovacuum_enabled = 'false') TABLESPACE pg_default;

-- 93: create table app.empty
CREATE TABLE app.empty ();

-- 94: create table app.customers
CREATE TABLE app.customers (
    id bigint
);

-- 95: create table app.hollow
CREATE TABLE app.hollow ();

-- 96: set type of app.hollow
ALTER TABLE ONLY app.hollow OF app.nothing;

-- 97: set type of app.hollow
ALTER TABLE ONLY app.hollow NOT OF;

-- 98: set default of app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET DEFAULT nextval('app.orders_seq'::regclass);

-- 99: set owner column of app.orders_seq
ALTER SEQUENCE app.orders_seq OWNED BY app.orders.customer;

-- 100: set persistence of app.orders_seq
ALTER SEQUENCE app.orders_seq SET LOGGED;

-- 101: set statistics of app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET STATISTICS 500;

-- 102: set storage of app.orders.note
ALTER TABLE ONLY app.orders ALTER COLUMN note SET STORAGE EXTERNAL;

-- 103: set options of app.orders.customer
ALTER TABLE ONLY app.orders ALTER COLUMN customer SET (n_distinct = '-0.5');

-- 104: create table app.events
CREATE TABLE app.events (
    day date,
    code text
) PARTITION BY RANGE (day, lower(code) COLLATE pg_catalog."C" pg_catalog.text_pattern_ops);

-- 105: create table app.events_past
CREATE TABLE app.events_past (
    day date,
    code text
) PARTITION BY LIST (code);

-- 106: attach partition app.events_past
ALTER TABLE ONLY app.events ATTACH PARTITION app.events_past FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2026-01-01', MAXVALUE);

-- 107: create table app.events_other
CREATE TABLE app.events_other (
    day date,
    code text
) PARTITION BY HASH (day);

-- 108: attach partition app.events_other
ALTER TABLE ONLY app.events ATTACH PARTITION app.events_other DEFAULT;

-- 109: create table app.events_ab
CREATE TABLE app.events_ab (
    day date,
    code text
);

-- 110: attach partition app.events_ab
ALTER TABLE ONLY app.events_past ATTACH PARTITION app.events_ab FOR VALUES IN ('a', 'b''c', NULL);

-- 111: create table app.events_hash
CREATE TABLE app.events_hash (
    day date,
    code text
);

-- 112: attach partition app.events_hash
ALTER TABLE ONLY app.events_other ATTACH PARTITION app.events_hash FOR VALUES WITH (modulus 4, remainder 1);

-- 113: add key app.orders.orders_pkey
ALTER TABLE ONLY app.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id) INCLUDE (mood) WITH (fillfactor = '90') USING INDEX TABLESPACE pg_default;

-- 114: add key app.customers.customers_pkey
ALTER TABLE ONLY app.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

-- 115: create table app.bookings
CREATE TABLE app.bookings (
    room int4range,
    during daterange
);

-- 116: create table app.guests
CREATE TABLE app.guests (
    room int4range,
    during daterange
);

-- 117: add key app.bookings.bookings_pkey
ALTER TABLE ONLY app.bookings ADD CONSTRAINT bookings_pkey PRIMARY KEY (room, during WITHOUT OVERLAPS);

-- 118: create table app.elder
CREATE TABLE app.elder (
    amount integer,
    doubled integer GENERATED ALWAYS AS ((amount * 2)) STORED
);

-- 119: create table app.younger
CREATE TABLE app.younger (
    label text
);

-- 120: add NOT NULL to app.younger.label
ALTER TABLE app.younger ADD NOT NULL label;

-- 121: drop NOT NULL of app.younger.label
ALTER TABLE ONLY app.younger ALTER COLUMN label DROP NOT NULL;

-- 122: create table app.heir
CREATE TABLE app.heir (
    own date,
    CONSTRAINT amount_given NOT NULL amount,
    CONSTRAINT own_check CHECK ((amount > 0))
) INHERITS (app.elder, app.younger);

-- 123: drop default of app.heir.label
ALTER TABLE ONLY app.heir ALTER COLUMN label DROP DEFAULT;

-- 124: add NOT NULL to app.heir.amount
ALTER TABLE ONLY app.heir ADD NOT NULL amount;

-- 125: add identity to app.heir.amount
ALTER TABLE ONLY app.heir ALTER COLUMN amount ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME app.heir_amount_seq START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE);

-- 126: create a template for app.turned
CREATE TABLE app.template (
    doubled integer GENERATED ALWAYS AS ((amount * 2)) STORED,
    own date,
    amount integer NOT NULL,
    CONSTRAINT amount_fine CHECK ((amount > 0))
);

-- 127: create table app.turned
CREATE TABLE app.turned (
    own date
) INHERITS (app.template);

-- 128: give parents to app.turned
ALTER TABLE ONLY app.turned INHERIT app.elder, NO INHERIT app.template;

-- 129: drop the template for app.turned
DROP TABLE app.template;

-- 130: create table app.both_own
CREATE TABLE app.both_own (
    label text,
    z integer
);

-- 131: give parents to app.both_own
ALTER TABLE ONLY app.both_own INHERIT app.younger;

-- 132: create view app.plain_view
CREATE VIEW app.plain_view AS
 SELECT orders.id
   FROM app.orders;

-- 133: create view app.careful_view
CREATE VIEW app.careful_view WITH (security_barrier = 'true', security_invoker = 'true') AS
 SELECT orders.id
   FROM app.orders
WITH CASCADED CHECK OPTION;

-- 134: hold the place of view app.view_in_a_loop
CREATE VIEW app.view_in_a_loop AS
SELECT CAST(NULL AS bigint) AS id
WHERE 'Holds the place of a view that needs what needs it.' IS NULL;

-- 135: complete view app.view_in_a_loop
CREATE OR REPLACE VIEW app.view_in_a_loop AS
 SELECT orders.id
   FROM app.orders;

-- 136: hold the place of view app.view_of_rows
CREATE VIEW app.view_of_rows AS
SELECT CAST(NULL AS app.orders) AS "all", CAST(NULL AS text) COLLATE pg_catalog."C" AS name
WHERE 'Holds the place of a view that needs what needs it.' IS NULL;

-- 137: create materialized view app.summary
CREATE MATERIALIZED VIEW app.summary USING heap WITH (fillfactor = '70') TABLESPACE pg_default AS
 SELECT orders.id,
    orders.note
   FROM app.orders
WITH NO DATA;

-- 138: set default of app.view_of_rows.name
ALTER TABLE ONLY app.view_of_rows ALTER COLUMN name SET DEFAULT 'x'::text;

-- 139: drop default of app.view_of_rows.name
ALTER TABLE ONLY app.view_of_rows ALTER COLUMN name DROP DEFAULT;

-- 140: set statistics of app.summary.id
ALTER TABLE ONLY app.summary ALTER COLUMN id SET STATISTICS 500;

-- 141: set storage of app.summary.id
ALTER TABLE ONLY app.summary ALTER COLUMN id SET STORAGE PLAIN;

-- 142: set options of app.summary.id
ALTER TABLE ONLY app.summary ALTER COLUMN id SET (n_distinct = '5');

-- 143: set compression of app.summary.note
ALTER TABLE ONLY app.summary ALTER COLUMN note SET COMPRESSION PGLZ;

-- 144: set compression of app.summary.note
ALTER TABLE ONLY app.summary ALTER COLUMN note SET COMPRESSION DEFAULT;

-- 145: comment on collation app.folded
COMMENT ON COLLATION app.folded IS 'it''s a\comment;
-- ''x''';

-- 146: comment on enum type app.mood
COMMENT ON TYPE app.mood IS 'it''s a\comment;
-- ''x''';

-- 147: comment on shell type app.declared
COMMENT ON TYPE app.declared IS 'it''s a\comment;
-- ''x''';

-- 148: comment on range type app.span
COMMENT ON TYPE app.span IS 'it''s a\comment;
-- ''x''';

-- 149: comment on base type app.number
COMMENT ON TYPE app.number IS 'it''s a\comment;
-- ''x''';

-- 150: comment on domain app.code
COMMENT ON DOMAIN app.code IS 'it''s a\comment;
-- ''x''';

-- 151: comment on composite type app.parade
COMMENT ON TYPE app.parade IS 'it''s a\comment;
-- ''x''';

-- 152: comment on sequence app.down
COMMENT ON SEQUENCE app.down IS 'it''s a\comment;
-- ''x''';

-- 153: comment on table app.orders
COMMENT ON TABLE app.orders IS 'it''s a\comment;
-- ''x''';

-- 154: comment on view app.plain_view
COMMENT ON VIEW app.plain_view IS 'it''s a\comment;
-- ''x''';

-- 155: comment on materialized view app.summary
COMMENT ON MATERIALIZED VIEW app.summary IS 'it''s a\comment;
-- ''x''';

-- 156: comment on function app.on_change()
COMMENT ON FUNCTION app.on_change() IS 'it''s a\comment;
-- ''x''';

-- 157: comment on procedure app.tidy(int4, text)
COMMENT ON PROCEDURE app.tidy(IN integer, IN text) IS 'it''s a\comment;
-- ''x''';

-- 158: comment on aggregate app.counted()
COMMENT ON AGGREGATE app.counted(*) IS 'it''s a\comment;
-- ''x''';

-- 159: comment on aggregate app.percentile(float8, anyelement)
COMMENT ON AGGREGATE app.percentile(double precision, anyelement) IS 'it''s a\comment;
-- ''x''';

-- 160: comment on aggregate app.ranked(any)
COMMENT ON AGGREGATE app.ranked("any") IS 'it''s a\comment;
-- ''x''';

-- 161: comment on schema app
COMMENT ON SCHEMA app IS 'it''s a\comment;
-- ''x''';

-- 162: comment on operator app.<#(app.mood, app.mood)
COMMENT ON OPERATOR app.<# (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 163: comment on operator app.#>(app.mood, app.mood)
COMMENT ON OPERATOR app.#> (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 164: comment on operator app.@(NONE, app.mood)
COMMENT ON OPERATOR app.@ (NONE, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 165: comment on operator app.?|(app.mood, app.mood)
COMMENT ON OPERATOR app.?| (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 166: comment on operator app.@@(app.mood, app.mood)
COMMENT ON OPERATOR app.@@ (app.mood, app.mood) IS 'it''s a\comment;
-- ''x''';

-- 167: comment on operator family app.family USING btree
COMMENT ON OPERATOR FAMILY app.family USING btree IS 'it''s a\comment;
-- ''x''';

-- 168: comment on operator class app.class USING btree
COMMENT ON OPERATOR CLASS app.class USING btree IS 'it''s a\comment;
-- ''x''';

-- 169: comment on operator class app.bare USING btree
COMMENT ON OPERATOR CLASS app.bare USING btree IS 'it''s a\comment;
-- ''x''';

-- 170: comment on operator class app.stored USING gin
COMMENT ON OPERATOR CLASS app.stored USING gin IS 'it''s a\comment;
-- ''x''';

-- 171: comment on cast (varchar AS app.mood)
COMMENT ON CAST (character varying AS app.mood) IS 'it''s a\comment;
-- ''x''';

-- 172: comment on cast (app.mood[] AS int4)
COMMENT ON CAST (app.mood[] AS integer) IS 'it''s a\comment;
-- ''x''';

-- 173: comment on cast (app.mood AS app.mood)
COMMENT ON CAST (app.mood AS app.mood) IS 'it''s a\comment;
-- ''x''';

-- 174: comment on cast (xid AS int4)
COMMENT ON CAST (xid AS integer) IS 'it''s a\comment;
-- ''x''';

-- 175: comment on extension uuid-ossp
COMMENT ON EXTENSION "uuid-ossp" IS 'it''s a\comment;
-- ''x''';

-- 176: comment on column app.orders.note
COMMENT ON COLUMN app.orders.note IS 'it''s a\comment;
-- ''x''';

-- 177: comment on column app.parade.a0
COMMENT ON COLUMN app.parade.a0 IS 'it''s a\comment;
-- ''x''';

-- 178: comment on constraint app.orders.amount_positive
COMMENT ON CONSTRAINT amount_positive ON app.orders IS 'it''s a\comment;
-- ''x''';

-- 179: comment on constraint app.positive.is_positive
COMMENT ON CONSTRAINT is_positive ON DOMAIN app.positive IS 'it''s a\comment;
-- ''x''';

-- 180: comment on table app.orders
COMMENT ON TABLE app.orders IS NULL;

-- 181: grant on schema app
GRANT USAGE, CREATE ON SCHEMA app TO PUBLIC;

-- 182: grant on enum type app.mood
GRANT USAGE ON TYPE app.mood TO PUBLIC;

-- 183: grant on domain app.code
GRANT USAGE ON DOMAIN app.code TO PUBLIC;

-- 184: grant on composite type app.parade
GRANT USAGE ON TYPE app.parade TO PUBLIC;

-- 185: grant on function app.on_change()
GRANT EXECUTE ON FUNCTION app.on_change() TO PUBLIC;

-- 186: grant on procedure app.tidy(int4, text)
GRANT EXECUTE ON PROCEDURE app.tidy(IN integer, IN text) TO PUBLIC;

-- 187: grant on aggregate app.counted()
GRANT EXECUTE ON FUNCTION app.counted() TO PUBLIC;

-- 188: grant on sequence app.down
GRANT SELECT, USAGE ON SEQUENCE app.down TO PUBLIC;

-- 189: grant on table app.orders
GRANT SELECT, TRUNCATE ON TABLE app.orders TO PUBLIC;

-- 190: grant on column app.orders.note
GRANT INSERT (note), UPDATE (note) ON TABLE app.orders TO PUBLIC;

-- 191: grant on view app.plain_view
GRANT SELECT ON TABLE app.plain_view TO PUBLIC;

-- 192: grant on materialized view app.summary
GRANT SELECT ON TABLE app.summary TO PUBLIC;

-- 193: grant on table app.orders
GRANT MAINTAIN ON TABLE app.orders TO PUBLIC;

-- 194: grant on table app.customers
SET ROLE pg_monitor;
GRANT SELECT ON TABLE app.customers TO pg_signal_backend WITH GRANT OPTION;
RESET ROLE;

-- 195: revoke on function app.on_change()
REVOKE EXECUTE ON FUNCTION app.on_change() FROM PUBLIC;

-- 196: revoke on column app.orders.note
SET ROLE pg_monitor;
REVOKE INSERT (note) ON TABLE app.orders FROM PUBLIC;
RESET ROLE;

-- 197: set owner of collation app.folded
ALTER COLLATION app.folded OWNER TO pg_monitor;

-- 198: set owner of enum type app.mood
ALTER TYPE app.mood OWNER TO pg_monitor;

-- 199: set owner of shell type app.declared
ALTER TYPE app.declared OWNER TO pg_monitor;

-- 200: set owner of range type app.span
ALTER TYPE app.span OWNER TO pg_monitor;

-- 201: set owner of base type app.number
ALTER TYPE app.number OWNER TO pg_monitor;

-- 202: set owner of domain app.code
ALTER DOMAIN app.code OWNER TO pg_monitor;

-- 203: set owner of composite type app.parade
ALTER TYPE app.parade OWNER TO pg_monitor;

-- 204: set owner of sequence app.down
ALTER SEQUENCE app.down OWNER TO pg_monitor;

-- 205: set owner of table app.orders
ALTER TABLE app.orders OWNER TO pg_monitor;

-- 206: set owner of view app.plain_view
ALTER VIEW app.plain_view OWNER TO pg_monitor;

-- 207: set owner of materialized view app.summary
ALTER MATERIALIZED VIEW app.summary OWNER TO pg_monitor;

-- 208: set owner of function app.on_change()
ALTER FUNCTION app.on_change() OWNER TO pg_monitor;

-- 209: set owner of procedure app.tidy(int4, text)
ALTER PROCEDURE app.tidy(IN integer, IN text) OWNER TO pg_monitor;

-- 210: set owner of aggregate app.counted()
ALTER AGGREGATE app.counted(*) OWNER TO pg_monitor;

-- 211: set owner of aggregate app.percentile(float8, anyelement)
ALTER AGGREGATE app.percentile(double precision, anyelement) OWNER TO pg_monitor;

-- 212: set owner of aggregate app.ranked(any)
ALTER AGGREGATE app.ranked("any") OWNER TO pg_monitor;

-- 213: set owner of schema app
ALTER SCHEMA app OWNER TO pg_monitor;

-- 214: set owner of operator app.<#(app.mood, app.mood)
ALTER OPERATOR app.<# (app.mood, app.mood) OWNER TO pg_monitor;

-- 215: set owner of operator app.#>(app.mood, app.mood)
ALTER OPERATOR app.#> (app.mood, app.mood) OWNER TO pg_monitor;

-- 216: set owner of operator app.@(NONE, app.mood)
ALTER OPERATOR app.@ (NONE, app.mood) OWNER TO pg_monitor;

-- 217: set owner of operator app.?|(app.mood, app.mood)
ALTER OPERATOR app.?| (app.mood, app.mood) OWNER TO pg_monitor;

-- 218: set owner of operator app.@@(app.mood, app.mood)
ALTER OPERATOR app.@@ (app.mood, app.mood) OWNER TO pg_monitor;

-- 219: set owner of operator family app.family USING btree
ALTER OPERATOR FAMILY app.family USING btree OWNER TO pg_monitor;

-- 220: set owner of operator class app.class USING btree
ALTER OPERATOR CLASS app.class USING btree OWNER TO pg_monitor;

-- 221: set owner of operator class app.bare USING btree
ALTER OPERATOR CLASS app.bare USING btree OWNER TO pg_monitor;

-- 222: set owner of operator class app.stored USING gin
ALTER OPERATOR CLASS app.stored USING gin OWNER TO pg_monitor;

-- 223: revoke on changed privileges on routine pg_catalog.pg_sleep(float8)
REVOKE EXECUTE ON ROUTINE pg_catalog.pg_sleep(double precision) FROM PUBLIC;

-- 224: grant on changed privileges on routine pg_catalog.count()
GRANT EXECUTE ON ROUTINE pg_catalog.count() TO pg_monitor;

-- 225: grant on changed privileges on table pg_catalog.pg_authid
GRANT SELECT ON TABLE pg_catalog.pg_authid TO pg_monitor;

-- 226: grant on changed privileges on column rolname of table pg_catalog.pg_authid
GRANT SELECT (rolname), UPDATE (rolname) ON TABLE pg_catalog.pg_authid TO pg_monitor;

-- 227: grant on changed privileges on type pg_catalog.jsonpath
GRANT USAGE ON TYPE pg_catalog.jsonpath TO pg_monitor;

-- 228: grant on changed privileges on schema pg_catalog
GRANT CREATE ON SCHEMA pg_catalog TO pg_monitor;

-- 229: grant on changed privileges on language plpgsql
GRANT USAGE ON LANGUAGE plpgsql TO pg_monitor;

-- 230: create language bare
CREATE LANGUAGE bare HANDLER pg_catalog.plpgsql_call_handler;

-- 231: create language run
CREATE LANGUAGE run HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler;

-- 232: create language full
CREATE TRUSTED LANGUAGE "full" HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler VALIDATOR pg_catalog.plpgsql_validator;

-- 233: create language checked
CREATE TRUSTED LANGUAGE checked HANDLER pg_catalog.plpgsql_call_handler VALIDATOR pg_catalog.plpgsql_validator;

-- 234: set owner of language checked
ALTER LANGUAGE checked OWNER TO pg_monitor;

-- 235: comment on language checked
COMMENT ON LANGUAGE checked IS 'it''s for values';

-- 236: grant on language checked
GRANT USAGE ON LANGUAGE checked TO pg_monitor WITH GRANT OPTION;

-- 237: revoke on language checked
REVOKE USAGE ON LANGUAGE checked FROM PUBLIC;

-- 238: create transform for int4 language sql
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal), TO SQL WITH FUNCTION pg_catalog.int4recv(internal));

-- 239: comment on transform for int4 language sql
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'it''s for values';

-- 240: create transform for date language checked
CREATE TRANSFORM FOR date LANGUAGE checked (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal));

-- 241: comment on transform for date language checked
COMMENT ON TRANSFORM FOR date LANGUAGE checked IS 'it''s for values';

-- 242: create transform for int4 language checked
CREATE TRANSFORM FOR integer LANGUAGE checked (TO SQL WITH FUNCTION pg_catalog.int4recv(internal));

-- 243: comment on transform for int4 language checked
COMMENT ON TRANSFORM FOR integer LANGUAGE checked IS 'it''s for values';

-- 244: create conversion app.rarely
CREATE CONVERSION app.rarely FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- 245: create conversion app.usually
CREATE DEFAULT CONVERSION app.usually FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- 246: set owner of conversion app.usually
ALTER CONVERSION app.usually OWNER TO pg_monitor;

-- 247: comment on conversion app.usually
COMMENT ON CONVERSION app.usually IS 'it''s usual';

-- 248: create access method tree
CREATE ACCESS METHOD tree TYPE INDEX HANDLER pg_catalog.bthandler;

-- 249: comment on access method tree
COMMENT ON ACCESS METHOD tree IS 'it''s another one';

-- 250: create access method heap2
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER pg_catalog.heap_tableam_handler;

-- 251: comment on access method heap2
COMMENT ON ACCESS METHOD heap2 IS 'it''s another one';

COMMIT;

-- post-data: 74 statements
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
ALTER TABLE ONLY app.orders ADD CONSTRAINT orders_key UNIQUE NULLS NOT DISTINCT (customer, note) DEFERRABLE INITIALLY DEFERRED;

-- 2: add check app.orders.at_once
ALTER TABLE app.orders ADD CONSTRAINT at_once CHECK ((customer > 0));

-- 3: add check app.orders.later
ALTER TABLE app.orders ADD CONSTRAINT later CHECK ((customer > 0)) NOT VALID;

-- 4: validate constraint app.orders.later
ALTER TABLE app.orders VALIDATE CONSTRAINT later;

-- 5: add foreign key app.guests.guests_room
ALTER TABLE app.guests ADD CONSTRAINT guests_room FOREIGN KEY (room, PERIOD during) REFERENCES app.bookings (room, PERIOD during);

-- 6: add check app.orders.hint
ALTER TABLE app.orders ADD CONSTRAINT hint CHECK ((customer > 0)) NO INHERIT NOT ENFORCED;

-- 7: add NOT NULL to app.orders.amount
ALTER TABLE app.orders ADD CONSTRAINT amount_given NOT NULL amount NO INHERIT NOT VALID;

-- 8: add NOT NULL to app.orders.customer
ALTER TABLE ONLY app.orders ADD NOT NULL customer;

-- 9: add foreign key app.orders.plain
ALTER TABLE app.orders ADD CONSTRAINT plain FOREIGN KEY (customer) REFERENCES app.customers (id);

-- 10: add foreign key app.orders.full
ALTER TABLE app.orders ADD CONSTRAINT "full" FOREIGN KEY (customer) REFERENCES app.customers (id) MATCH FULL ON UPDATE SET DEFAULT ON DELETE SET NULL (customer) DEFERRABLE NOT VALID;

-- 11: validate constraint app.orders.full
ALTER TABLE app.orders VALIDATE CONSTRAINT "full";

-- 12: add foreign key app.orders.hint_of_customer
ALTER TABLE app.orders ADD CONSTRAINT hint_of_customer FOREIGN KEY (customer) REFERENCES app.customers (id) DEFERRABLE NOT ENFORCED;

-- 13: create index app.orders_everything
CREATE UNIQUE INDEX CONCURRENTLY orders_everything ON app.orders USING btree (id DESC, lower(note) COLLATE pg_catalog."POSIX" pg_catalog.text_pattern_ops DESC NULLS LAST, (customer + 1) NULLS FIRST) INCLUDE (mood) NULLS NOT DISTINCT WITH (fillfactor = '70') TABLESPACE pg_default WHERE ((id > 0));

-- 14: create index app.orders_words
CREATE INDEX orders_words ON app.orders USING gist (to_tsvector('simple'::regconfig, note) pg_catalog.tsvector_ops (siglen = '100'));

-- 15: create index app.orders_customer
CREATE INDEX orders_customer ON app.orders USING btree (customer);

-- 16: create index app.summary_id
CREATE INDEX summary_id ON app.summary USING btree (id);

-- 17: set cluster index of app.orders
ALTER TABLE app.orders CLUSTER ON orders_customer;

-- 18: set cluster index of app.summary
ALTER MATERIALIZED VIEW app.summary CLUSTER ON summary_id;

-- 19: set statistics of app.orders_everything
ALTER INDEX app.orders_everything ALTER COLUMN 2 SET STATISTICS 250;

-- 20: drop invalid index app.orders_words
DROP INDEX app.orders_words;

-- 21: drop invalid index app.orders_customer
DROP INDEX CONCURRENTLY app.orders_customer;

-- 22: create index app.events_day
CREATE INDEX events_day ON ONLY app.events USING btree (day);

-- 23: create index app.events_other_day
CREATE INDEX events_other_day ON ONLY app.events_other USING btree (day);

-- 24: attach index app.events_other_day
ALTER INDEX app.events_day ATTACH PARTITION app.events_other_day;

-- 25: create index app.events_above
CREATE INDEX events_above ON app.events USING btree (day);

-- 26: add exclusion constraint app.orders.orders_apart
ALTER TABLE ONLY app.orders ADD CONSTRAINT orders_apart EXCLUDE USING btree (customer WITH OPERATOR(pg_catalog.=), lower(note) COLLATE pg_catalog."POSIX" pg_catalog.text_pattern_ops DESC NULLS LAST WITH OPERATOR(pg_catalog.=)) INCLUDE (mood) WITH (fillfactor = '70') USING INDEX TABLESPACE pg_default WHERE ((id > 0)) DEFERRABLE;

-- 27: comment on index app.orders_everything
COMMENT ON INDEX app.orders_everything IS 'slow; but sure';

-- 28: create trigger app.orders.before_row
CREATE TRIGGER before_row BEFORE INSERT OR UPDATE OF note, amount ON app.orders FOR EACH ROW WHEN ((new.id > 0)) EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 29: create trigger app.orders.after_removal
CREATE TRIGGER after_removal AFTER DELETE OR TRUNCATE ON app.orders FOR EACH STATEMENT EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 30: create trigger app.plain_view.instead
CREATE TRIGGER instead INSTEAD OF UPDATE ON app.plain_view FOR EACH ROW EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 31: create trigger app.orders.deferred
CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON app.orders FROM app.customers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.on_change('it''s', 'back\slash', '3');

-- 32: create trigger app.orders.transitions
CREATE TRIGGER transitions AFTER UPDATE ON app.orders REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.on_change();

-- 33: set state of trigger app.orders.before_row
ALTER TABLE app.orders ENABLE TRIGGER before_row;

-- 34: set state of trigger app.orders.before_row
ALTER TABLE app.orders DISABLE TRIGGER before_row;

-- 35: set state of trigger app.orders.before_row
ALTER TABLE app.orders ENABLE REPLICA TRIGGER before_row;

-- 36: set state of trigger app.orders.before_row
ALTER TABLE app.orders ENABLE ALWAYS TRIGGER before_row;

-- 37: comment on trigger app.orders.before_row
COMMENT ON TRIGGER before_row ON app.orders IS 'fires';

-- 38: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY FULL;

-- 39: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY NOTHING;

-- 40: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY DEFAULT;

-- 41: set replica identity of app.customers
ALTER TABLE ONLY app.customers REPLICA IDENTITY USING INDEX customers_pkey;

-- 42: make tie of the function app.on_change() to the extension citext, with which it goes
ALTER FUNCTION app.on_change() DEPENDS ON EXTENSION citext;

-- 43: make tie of the aggregate app.counted() to the extension citext, with which it goes
ALTER ROUTINE app.counted() DEPENDS ON EXTENSION citext;

-- 44: make tie of the trigger app.orders.before_row to the extension citext, with which it goes
ALTER TRIGGER before_row ON app.orders DEPENDS ON EXTENSION citext;

-- 45: make tie of the constraint app.orders.orders_pkey to the extension citext, with which it goes
ALTER INDEX app.orders_pkey DEPENDS ON EXTENSION citext;

-- 46: create statistics app.orders_together
CREATE STATISTICS app.orders_together (NDISTINCT, DEPENDENCIES, MCV) ON customer, note FROM app.orders;

-- 47: set target of statistics app.orders_together
ALTER STATISTICS app.orders_together SET STATISTICS 500;

-- 48: set target of statistics app.orders_together
ALTER STATISTICS app.orders_together SET STATISTICS -1;

-- 49: set owner of statistics object app.orders_together
ALTER STATISTICS app.orders_together OWNER TO pg_monitor;

-- 50: comment on statistics object app.orders_together
COMMENT ON STATISTICS app.orders_together IS 'who says what';

-- 51: create statistics app.orders_lower
CREATE STATISTICS app.orders_lower ON (lower(note)) FROM app.orders;

-- 52: create statistics app.orders_mixed
CREATE STATISTICS app.orders_mixed (MCV) ON customer, (lower(note)) FROM app.orders;

-- 53: create rule app.orders.watched
CREATE RULE watched AS ON INSERT TO app.orders WHERE (new.id > 0) DO INSTEAD NOTHING;

-- 54: create rule app.plain_view.several
CREATE RULE several AS ON INSERT TO app.plain_view DO NOTHING;

-- 55: complete rule app.plain_view.several
CREATE OR REPLACE RULE several AS ON INSERT TO app.plain_view DO INSTEAD ( DELETE FROM app.orders
  WHERE false;
 DELETE FROM ONLY app.orders
  WHERE false;
);

-- 56: set state of rule app.orders.watched
ALTER TABLE app.orders ENABLE RULE watched;

-- 57: set state of rule app.orders.watched
ALTER TABLE app.orders DISABLE RULE watched;

-- 58: set state of rule app.orders.watched
ALTER TABLE app.orders ENABLE REPLICA RULE watched;

-- 59: set state of rule app.orders.watched
ALTER TABLE app.orders ENABLE ALWAYS RULE watched;

-- 60: comment on rule app.orders.watched
COMMENT ON RULE watched ON app.orders IS 'tells others';

-- 61: comment on rule app.plain_view._RETURN
COMMENT ON RULE "_RETURN" ON app.plain_view IS 'the query';

-- 62: create policy app.orders.open_to_all
CREATE POLICY open_to_all ON app.orders FOR ALL TO PUBLIC USING ((id > 0));

-- 63: create policy app.orders.narrow
CREATE POLICY narrow ON app.orders AS RESTRICTIVE FOR UPDATE TO pg_monitor USING ((id > 0)) WITH CHECK ((id < 9));

-- 64: set roles of policy app.orders.open_to_all
ALTER POLICY open_to_all ON app.orders TO pg_monitor;

-- 65: comment on policy app.orders.narrow
COMMENT ON POLICY narrow ON app.orders IS 'some rows';

-- 66: set row security of app.orders
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- 67: set row security of app.orders
ALTER TABLE app.orders DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;

-- 68: create publication everything
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');

-- 69: create publication nothing_yet
CREATE PUBLICATION nothing_yet WITH (publish = '');

-- 70: create publication some
CREATE PUBLICATION "some" FOR TABLE ONLY app.customers, ONLY app.events WITH (publish = 'insert, delete', publish_via_partition_root = true, publish_generated_columns = stored);

-- 71: create publication filtered
CREATE PUBLICATION filtered FOR TABLE ONLY app.orders (id, amount) WHERE ((id > 0)), ONLY app.customers WITH (publish = 'insert, update, delete, truncate');

-- 72: create publication mixed
CREATE PUBLICATION mixed FOR TABLE ONLY app.customers, TABLES IN SCHEMA app WITH (publish = 'insert, update, delete, truncate');

-- 73: comment on publication some
COMMENT ON PUBLICATION "some" IS 'to the shards';

-- cutover: 27 statements
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
FROM pg_catalog.pg_get_sequence_data('app.down'::pg_catalog.regclass)
WHERE last_value > '-9223372036854775808' OR (last_value = '-9223372036854775808' AND NOT is_called);

-- 1: set value of app.orders_seq
SELECT pg_catalog.setval('app.orders_seq'::pg_catalog.regclass, 42, false)
FROM pg_catalog.pg_get_sequence_data('app.orders_seq'::pg_catalog.regclass)
WHERE last_value < 42;

-- 2: set value of app.fast
SELECT pg_catalog.setval('app.fast'::pg_catalog.regclass, 1, true)
FROM pg_catalog.pg_get_sequence_data('app.fast'::pg_catalog.regclass)
WHERE last_value < 1 OR (last_value = 1 AND NOT is_called);

-- 3: create sequence app.late
CREATE SEQUENCE app.late AS BIGINT START WITH 500 INCREMENT BY 1 MINVALUE -10 MAXVALUE 1000 CACHE 1 NO CYCLE;

-- 4: set value of app.late
SELECT pg_catalog.setval('app.late'::pg_catalog.regclass, -7, true)
FROM pg_catalog.pg_get_sequence_data('app.late'::pg_catalog.regclass)
WHERE last_value < -7 OR (last_value = -7 AND NOT is_called) OR (last_value = 500 AND NOT is_called);

-- 5: refresh materialized view app.summary
REFRESH MATERIALIZED VIEW app.summary;

-- 6: create index app.summary_key
CREATE UNIQUE INDEX summary_key ON app.summary USING btree (id);

-- 7: refresh materialized view app.summary
REFRESH MATERIALIZED VIEW CONCURRENTLY app.summary;

-- 8: make tie of the function app.on_change() to the extension citext, whose member it was made
ALTER EXTENSION citext ADD FUNCTION app.on_change();

-- 9: make tie of the aggregate app.counted() to the extension citext, whose member it was made
ALTER EXTENSION citext ADD AGGREGATE app.counted(*);

-- 10: make tie of the table app.orders to the extension citext, whose member it was made
ALTER EXTENSION citext ADD TABLE app.orders;

-- 11: grant on default privileges for role pg_monitor in schema app on tables
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION;

-- 12: grant on default privileges for role pg_monitor on schemas
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT USAGE ON SCHEMAS TO pg_monitor;

-- 13: grant on default privileges for role pg_monitor in schema app on sequences
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT USAGE ON SEQUENCES TO pg_monitor WITH GRANT OPTION;

-- 14: revoke on default privileges for role pg_monitor on routines
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE EXECUTE ON ROUTINES FROM PUBLIC;

-- 15: revoke on default privileges for role pg_monitor on types
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor REVOKE USAGE ON TYPES FROM PUBLIC;

-- 16: create event trigger ends
CREATE EVENT TRIGGER ends ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION app.on_event ();

-- 17: create event trigger rewrites
CREATE EVENT TRIGGER rewrites ON table_rewrite EXECUTE FUNCTION app.on_event ();

-- 18: create event trigger drops
CREATE EVENT TRIGGER drops ON sql_drop EXECUTE FUNCTION app.on_event ();

-- 19: create event trigger login
CREATE EVENT TRIGGER login ON login EXECUTE FUNCTION app.on_event ();

-- 20: set state of event trigger login
ALTER EVENT TRIGGER login DISABLE;

-- 21: create event trigger starts
CREATE EVENT TRIGGER starts ON ddl_command_start WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION app.on_event ();

-- 22: comment on event trigger starts
COMMENT ON EVENT TRIGGER starts IS 'it begins';

-- 23: set state of event trigger starts
ALTER EVENT TRIGGER starts ENABLE;

-- 24: set state of event trigger starts
ALTER EVENT TRIGGER starts DISABLE;

-- 25: set state of event trigger starts
ALTER EVENT TRIGGER starts ENABLE REPLICA;

-- 26: set state of event trigger starts
ALTER EVENT TRIGGER starts ENABLE ALWAYS;
