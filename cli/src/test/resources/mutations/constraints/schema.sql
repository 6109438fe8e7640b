CREATE SCHEMA app;
CREATE TABLE app.p (a int, b int, c int, CONSTRAINT p_key PRIMARY KEY (a, b) INCLUDE (c) WITH (fillfactor = 70),
  CONSTRAINT p_unique UNIQUE (b, c) INCLUDE (a) WITH (fillfactor = 70), CONSTRAINT p_flip UNIQUE (b, a));
COMMENT ON CONSTRAINT p_key ON app.p IS 'x';
COMMENT ON CONSTRAINT p_unique ON app.p IS 'x';
CREATE TABLE app.q (a int, b int, PRIMARY KEY (a, b), UNIQUE (b, a));
CREATE TABLE app.r (a int, b int, CONSTRAINT r_fk FOREIGN KEY (a, b) REFERENCES app.p (a, b));
COMMENT ON CONSTRAINT r_fk ON app.r IS 'x';
CREATE TABLE app.s (a int, b int, CONSTRAINT s_check CHECK (a > 0));
COMMENT ON CONSTRAINT s_check ON app.s IS 'x';
CREATE TABLE app.list (a int, b int, CONSTRAINT list_key PRIMARY KEY (a), CONSTRAINT list_unique UNIQUE (a, b),
  CONSTRAINT list_check CHECK (b > 0)) PARTITION BY LIST (a);
CREATE TABLE app.list1 PARTITION OF app.list FOR VALUES IN (1);
CREATE TABLE app.parent (a int, CONSTRAINT parent_check CHECK (a > 0));
CREATE TABLE app.child () INHERITS (app.parent);
CREATE TABLE app.e (a int4range, b int, c int,
  CONSTRAINT e_excl EXCLUDE USING btree (a WITH =) INCLUDE (b) WITH (fillfactor = 70) WHERE (b > 0),
  CONSTRAINT e_gist EXCLUDE USING gist (a WITH &&, int4range(b, c) WITH &&));
COMMENT ON CONSTRAINT e_excl ON app.e IS 'x';
