CREATE SCHEMA app;
CREATE TYPE app.n AS (x int);
CREATE FUNCTION app.lt(app.n, app.n) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION app.other(app.n, app.n) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR app.<< (FUNCTION = app.lt, LEFTARG = app.n, RIGHTARG = app.n, RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR app.=== (FUNCTION = app.lt, LEFTARG = app.n, RIGHTARG = app.n, COMMUTATOR = OPERATOR(app.===), NEGATOR = OPERATOR(app.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR app.!== (FUNCTION = app.lt, LEFTARG = app.n, RIGHTARG = app.n, COMMUTATOR = OPERATOR(app.!==), NEGATOR = OPERATOR(app.===));
COMMENT ON OPERATOR app.<< (app.n, app.n) IS 'x';
