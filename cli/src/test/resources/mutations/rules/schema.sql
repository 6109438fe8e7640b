CREATE SCHEMA app;
CREATE TABLE app.t (a int, b int);
CREATE TABLE app.u (a int, b int);
CREATE RULE r AS ON INSERT TO app.t WHERE new.a > 0 DO ALSO DELETE FROM app.u;
COMMENT ON RULE r ON app.t IS 'x';
