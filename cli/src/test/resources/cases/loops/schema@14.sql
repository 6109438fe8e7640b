-- A function that the server parses, and that needs a key.
CREATE FUNCTION keyed() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT name FROM t GROUP BY id; END;
CREATE VIEW of_keyed AS SELECT keyed() AS name;
-- One that reads a view that calls it.
CREATE VIEW read AS SELECT id FROM t;
CREATE FUNCTION reads() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM read; END;
CREATE OR REPLACE VIEW read AS SELECT id FROM t WHERE reads() IS NULL;
-- One that reads a table whose default calls it.
CREATE TABLE counted (id int PRIMARY KEY, n bigint);
CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM counted; END;
ALTER TABLE counted ALTER n SET DEFAULT counted();
