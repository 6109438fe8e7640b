CREATE SCHEMA far;
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw SCHEMA far;
CREATE FUNCTION far.handle() RETURNS fdw_handler LANGUAGE c AS '$libdir/postgres_fdw', 'postgres_fdw_handler';
CREATE FUNCTION far."check it"(text[], oid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF $1::text LIKE '%bad%' THEN RAISE 'bad'; END IF;
END $$;
CREATE FUNCTION far."check it"(text[]) RETURNS void LANGUAGE sql AS '';

CREATE FOREIGN DATA WRAPPER bare;
CREATE FOREIGN DATA WRAPPER handled HANDLER far.handle;
CREATE FOREIGN DATA WRAPPER "Wrapper ""q"" 's' a.b;--
/*" HANDLER far.handle VALIDATOR far."check it" OPTIONS (debug 'true', "Upper ""q"" a.b" 'it''s a\b', "select" '');
ALTER FOREIGN DATA WRAPPER "Wrapper ""q"" 's' a.b;--
/*" OPTIONS (SET debug 'x=y', ADD zone '漢', DROP "select");
GRANT USAGE ON FOREIGN DATA WRAPPER bare TO app_user WITH GRANT OPTION;
GRANT USAGE ON FOREIGN DATA WRAPPER handled TO PUBLIC, app_owner;
REVOKE ALL ON FOREIGN DATA WRAPPER bare FROM CURRENT_USER;
COMMENT ON FOREIGN DATA WRAPPER handled IS 'it''s handled';

CREATE SERVER plain FOREIGN DATA WRAPPER bare;
CREATE SERVER "public" TYPE '' VERSION '' FOREIGN DATA WRAPPER handled;
CREATE SERVER "Server ""q"" 's' a.b;--
/*" TYPE 'a ''type''' VERSION '1.0' FOREIGN DATA WRAPPER "Wrapper ""q"" 's' a.b;--
/*" OPTIONS (host 'localhost', "Port ""q""" '5''4', "user" '=');
CREATE SERVER of_extension FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host 'localhost', dbname 'a b', fetch_size '50', extensions 'postgres_fdw');
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
ALTER SERVER of_extension OWNER TO app_owner;
ALTER SERVER plain OWNER TO "Ro""le's. Ünï
x";
GRANT USAGE ON FOREIGN SERVER of_extension TO app_user, app_reader WITH GRANT OPTION;
GRANT USAGE ON FOREIGN SERVER files TO PUBLIC;
REVOKE ALL ON FOREIGN SERVER of_extension FROM app_owner;
COMMENT ON SERVER "Server ""q"" 's' a.b;--
/*" IS 'far away';

CREATE USER MAPPING FOR app_user SERVER of_extension OPTIONS (user 'me', password 'it''s \a "secret"; --');
CREATE USER MAPPING FOR PUBLIC SERVER of_extension OPTIONS (user 'everybody', password_required 'false');
CREATE USER MAPPING FOR "Ro""le's. Ünï
x" SERVER of_extension OPTIONS (password '漢');
CREATE USER MAPPING FOR CURRENT_USER SERVER "Server ""q"" 's' a.b;--
/*" OPTIONS ("Any ""q""" '', second 'x=y', "user" 'z');
CREATE USER MAPPING FOR PUBLIC SERVER plain;
CREATE TABLE here (id int PRIMARY KEY);
