CREATE SCHEMA app;
CREATE TYPE app.a AS (x int);
CREATE TYPE app.b AS (x int);
CREATE TYPE app.e AS ENUM ('1');
CREATE FUNCTION app.to_b(app.a) RETURNS app.b LANGUAGE sql AS 'SELECT ROW(1)::app.b';
CREATE FUNCTION app.as_b(app.a) RETURNS app.b LANGUAGE sql AS 'SELECT ROW(2)::app.b';
CREATE CAST (app.a AS app.b) WITH FUNCTION app.to_b(app.a) AS ASSIGNMENT;
COMMENT ON CAST (app.a AS app.b) IS 'x';
