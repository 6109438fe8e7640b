CREATE SCHEMA app;
CREATE TABLE app.t (a int, b int, c int);
CREATE TABLE app.u (a int, b int);
CREATE STATISTICS app.s (mcv) ON a, b FROM app.t;
ALTER STATISTICS app.s SET STATISTICS 5;
COMMENT ON STATISTICS app.s IS 'x';
