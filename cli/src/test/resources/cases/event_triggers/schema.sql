CREATE SCHEMA app;
CREATE TABLE app.t (id int PRIMARY KEY, note text);
CREATE TABLE app.log (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tag text);
CREATE FUNCTION app.refuse() RETURNS event_trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'no % here', tg_tag; END $$;
CREATE FUNCTION app."note ""it""" () RETURNS event_trigger LANGUAGE plpgsql AS
  $$ BEGIN INSERT INTO app.log (tag) VALUES (tg_tag); END $$;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA app GRANT SELECT ON TABLES TO app_user;
CREATE EVENT TRIGGER off ON ddl_command_start EXECUTE FUNCTION app.refuse();
ALTER EVENT TRIGGER off DISABLE;
CREATE EVENT TRIGGER "some 'tags'" ON ddl_command_end
  WHEN TAG IN ('CREATE TABLE', 'ALTER POLICY') EXECUTE FUNCTION app."note ""it"""();
ALTER EVENT TRIGGER "some 'tags'" ENABLE REPLICA;
COMMENT ON EVENT TRIGGER "some 'tags'" IS 'it''s';
CREATE EVENT TRIGGER dropped ON sql_drop EXECUTE FUNCTION app.refuse();
ALTER EVENT TRIGGER dropped ENABLE ALWAYS;
CREATE EVENT TRIGGER rewrite ON table_rewrite WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION app.refuse();
