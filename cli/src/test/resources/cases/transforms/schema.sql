CREATE SCHEMA tr;
CREATE TYPE tr.pair AS (a int, b int);
CREATE TYPE tr."Type ""q"" 's' a.b;--
/*" AS ENUM ('x', 'y');
CREATE DOMAIN tr.small AS int;
CREATE FUNCTION tr.handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE "Language ""q"" 's' a.b;--
/*" HANDLER tr.handle;
CREATE FUNCTION tr.take(internal) RETURNS internal IMMUTABLE LANGUAGE internal AS 'prsd_lextype';
CREATE FUNCTION tr.give(internal) RETURNS tr.pair IMMUTABLE LANGUAGE internal AS 'int4recv';
CREATE FUNCTION tr."give it"(internal) RETURNS tr."Type ""q"" 's' a.b;--
/*" STABLE LANGUAGE internal AS 'int4recv';

CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR tr.pair LANGUAGE sql (TO SQL WITH FUNCTION tr.give(internal), FROM SQL WITH FUNCTION tr.take(internal));
CREATE TRANSFORM FOR tr.pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION tr.take(internal));
CREATE TRANSFORM FOR tr."Type ""q"" 's' a.b;--
/*" LANGUAGE "Language ""q"" 's' a.b;--
/*" (TO SQL WITH FUNCTION tr."give it"(internal));
CREATE TRANSFORM FOR date LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal));
COMMENT ON TRANSFORM FOR int LANGUAGE sql IS 'it''s for numbers';
COMMENT ON TRANSFORM FOR tr."Type ""q"" 's' a.b;--
/*" LANGUAGE "Language ""q"" 's' a.b;--
/*" IS 'one with names';

-- Before all that they need in the order of names, and pg_depend knows the transforms of arguments only.
CREATE FUNCTION tr.a(x tr.pair) RETURNS int TRANSFORM FOR TYPE tr.pair LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION tr.b() RETURNS int TRANSFORM FOR TYPE date, FOR TYPE tr.pair LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE TABLE tr.t (id int PRIMARY KEY DEFAULT tr.b());
