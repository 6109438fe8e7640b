-- Where event triggers can be silenced, they keep no later cutover from its refreshes.
CREATE MATERIALIZED VIEW app.counted AS SELECT count(*) AS n FROM app.t;
CREATE FUNCTION app.logged_in() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER login ON login EXECUTE FUNCTION app.logged_in();
-- The last one: it lets nothing follow. What it refuses on the shard it would refuse here too.
CREATE EVENT TRIGGER all_of_it ON ddl_command_start WHEN TAG IN (
  'REFRESH MATERIALIZED VIEW', 'CREATE TABLE', 'CREATE INDEX', 'ALTER DEFAULT PRIVILEGES', 'COMMENT')
  EXECUTE FUNCTION app.refuse();
