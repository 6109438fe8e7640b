-- Privileges that a role gave to others by its grant option, and these to others again.
CREATE SCHEMA chain;
GRANT USAGE, CREATE ON SCHEMA chain TO app_owner WITH GRANT OPTION;
GRANT USAGE ON SCHEMA chain TO app_user, app_reader;
CREATE TABLE chain.t (id int PRIMARY KEY, note text);
CREATE FUNCTION chain.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON FUNCTION chain.f(int) FROM PUBLIC;
CREATE SEQUENCE chain.s;
GRANT SELECT, INSERT ON chain.t TO app_owner WITH GRANT OPTION;
GRANT UPDATE ON chain.t TO app_user WITH GRANT OPTION;
GRANT SELECT (note) ON chain.t TO app_owner WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION chain.f(int) TO app_owner WITH GRANT OPTION;
GRANT USAGE ON SEQUENCE chain.s TO app_owner WITH GRANT OPTION;
-- From two grantors, one of them with the option.
GRANT INSERT ON chain.t TO app_reader;
SET SESSION AUTHORIZATION app_owner;
GRANT SELECT ON chain.t TO app_user WITH GRANT OPTION;
GRANT SELECT (note) ON chain.t TO app_reader;
GRANT INSERT ON chain.t TO app_reader WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION chain.f(int) TO app_user;
GRANT USAGE ON SEQUENCE chain.s TO PUBLIC;
GRANT CREATE ON SCHEMA chain TO app_user;
SET SESSION AUTHORIZATION app_user;
GRANT SELECT ON chain.t TO app_reader WITH GRANT OPTION;
GRANT UPDATE ON chain.t TO app_owner WITH GRANT OPTION;
SET SESSION AUTHORIZATION app_reader;
GRANT SELECT ON chain.t TO PUBLIC;
RESET SESSION AUTHORIZATION;
-- A view and a materialized view belong to the stage of what they read.
CREATE MATERIALIZED VIEW chain.m AS SELECT id FROM chain.t;
GRANT SELECT ON chain.m TO app_owner WITH GRANT OPTION;
SET SESSION AUTHORIZATION app_owner;
GRANT SELECT ON chain.m TO app_user;
RESET SESSION AUTHORIZATION;
