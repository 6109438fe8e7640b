CREATE SCHEMA app;
CREATE TABLE app.t (
  a int NOT NULL,
  b text COLLATE "C" DEFAULT 'x',
  c int GENERATED ALWAYS AS (a * 2) STORED,
  id bigint GENERATED ALWAYS AS IDENTITY
) WITH (fillfactor = 70);
CREATE INDEX t_a ON app.t (a);
CREATE UNIQUE INDEX t_key ON app.t (a);
CREATE UNIQUE INDEX t_other ON app.t (a);
ALTER TABLE app.t CLUSTER ON t_a;
ALTER TABLE app.t REPLICA IDENTITY USING INDEX t_key;
ALTER TABLE app.t ALTER b SET STORAGE EXTERNAL;
ALTER TABLE app.t ALTER b SET STATISTICS 100;
ALTER TABLE app.t ALTER b SET (n_distinct = 5);
GRANT SELECT (b) ON app.t TO app_user;
COMMENT ON TABLE app.t IS 'x';
COMMENT ON COLUMN app.t.b IS 'x';
CREATE TABLE app.list (a int, b text) PARTITION BY LIST (a);
CREATE TABLE app.list1 PARTITION OF app.list FOR VALUES IN (1);
CREATE TABLE app.words (a text) PARTITION BY LIST (lower(a) COLLATE "C" text_pattern_ops);
CREATE TABLE app.span (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE app.span1 PARTITION OF app.span FOR VALUES FROM (1, MINVALUE) TO (5, MAXVALUE);
CREATE TABLE app.hash (a int) PARTITION BY HASH (a);
CREATE TABLE app.hash0 PARTITION OF app.hash FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE app.other (a int, b text) PARTITION BY LIST (a);
CREATE TABLE app.first (a int NOT NULL);
CREATE TABLE app.second (b int);
CREATE TABLE app.child () INHERITS (app.first, app.second);
CREATE TYPE app.attributes AS (a int, b text);
CREATE TYPE app.same_attributes AS (a int, b text);
CREATE TABLE app.typed OF app.attributes;
