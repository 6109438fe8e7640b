CREATE SCHEMA lang;
CREATE FUNCTION lang.handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION lang."run it"(internal) RETURNS void STRICT LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION lang."run it"(int) RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION lang.check(oid) RETURNS void STRICT LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';

CREATE LANGUAGE bare HANDLER lang.handle;
CREATE TRUSTED LANGUAGE plx HANDLER lang.handle INLINE lang."run it" VALIDATOR lang.check;
CREATE LANGUAGE untrusted HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
CREATE TRUSTED LANGUAGE "Language ""q"" 's' a.b;--
/*" HANDLER lang.handle VALIDATOR plpgsql_validator;

ALTER LANGUAGE plx OWNER TO app_owner;
ALTER LANGUAGE untrusted OWNER TO "Ro""le's. Ünï
x";
GRANT USAGE ON LANGUAGE plx TO app_user WITH GRANT OPTION;
REVOKE USAGE ON LANGUAGE plx FROM PUBLIC;
REVOKE ALL ON LANGUAGE "Language ""q"" 's' a.b;--
/*" FROM CURRENT_USER;
COMMENT ON LANGUAGE plx IS 'it''s plx';
COMMENT ON LANGUAGE "Language ""q"" 's' a.b;--
/*" IS 'one with a name';

-- Before all that they need in the order of names.
CREATE FUNCTION lang.a(x int) RETURNS int LANGUAGE plx AS 'BEGIN RETURN x + 1; END';
CREATE PROCEDURE lang.b() LANGUAGE untrusted AS 'BEGIN END';
CREATE FUNCTION lang.c() RETURNS trigger LANGUAGE "Language ""q"" 's' a.b;--
/*" AS 'BEGIN RETURN NEW; END';
CREATE TABLE lang.t (id int PRIMARY KEY DEFAULT lang.a(1));
CREATE TRIGGER t BEFORE INSERT ON lang.t FOR EACH ROW EXECUTE FUNCTION lang.c();
