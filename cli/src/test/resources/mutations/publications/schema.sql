CREATE SCHEMA app;
CREATE TABLE app.t (a int PRIMARY KEY, b int);
CREATE TABLE app.u (a int PRIMARY KEY, b int);
CREATE PUBLICATION several FOR TABLE app.t WITH (publish = 'insert, update');
COMMENT ON PUBLICATION several IS 'x';
