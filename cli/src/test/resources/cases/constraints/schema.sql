CREATE TABLE keys (
  a int,
  b text,
  c int,
  d int4range,
  CONSTRAINT keys_pk PRIMARY KEY (a, b) INCLUDE (c),
  CONSTRAINT keys_u UNIQUE (c) INCLUDE (d) WITH (fillfactor = 80),
  CONSTRAINT keys_deferrable UNIQUE (b, c) DEFERRABLE,
  CONSTRAINT keys_deferred UNIQUE (a, c) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT keys_u ON keys IS 'one each';
CREATE TABLE deferred_key (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE deferred_key REPLICA IDENTITY FULL;
CREATE TABLE from_index (a int NOT NULL, b int NOT NULL);
CREATE UNIQUE INDEX from_index_a ON from_index (a);
CREATE UNIQUE INDEX from_index_b ON from_index (b);
ALTER TABLE from_index ADD CONSTRAINT from_index_pk PRIMARY KEY USING INDEX from_index_a;
ALTER TABLE from_index ADD CONSTRAINT from_index_key UNIQUE USING INDEX from_index_b;
ALTER TABLE from_index CLUSTER ON from_index_pk;

CREATE TABLE checked (
  id int PRIMARY KEY,
  state varchar(10) NOT NULL CONSTRAINT state_known CHECK (state IN ('new', 'old', 'so-so')),
  other varchar CHECK (other NOT IN ('x', 'y')),
  kind char(2) CHECK (kind IN ('aa', 'bb')),
  low int,
  high int,
  CHECK (low < high),
  CONSTRAINT "between" CHECK (low BETWEEN 1 AND 10 OR low IS NULL),
  CONSTRAINT local CHECK (high > 0) NO INHERIT,
  CONSTRAINT rows_alike CHECK (ROW(low, high) <> ROW(0, 0)),
  CONSTRAINT cases CHECK (CASE WHEN low > 5 THEN high > 50 ELSE true END)
);
ALTER TABLE checked ADD CONSTRAINT not_checked CHECK (state <> 'old') NOT VALID;
COMMENT ON CONSTRAINT not_checked ON checked IS 'some rows are older than it';
INSERT INTO checked VALUES (1, 'new', 'z', 'aa', 1, 2), (2, 'so-so', NULL, 'bb', 6, 60);

CREATE TABLE parent (id int PRIMARY KEY, a int, b text, UNIQUE (a, b), UNIQUE (b));
CREATE TABLE child (
  id int PRIMARY KEY,
  no_action int REFERENCES parent,
  restricted int REFERENCES parent ON UPDATE RESTRICT ON DELETE RESTRICT,
  cascaded int CONSTRAINT cascades REFERENCES parent ON UPDATE CASCADE ON DELETE CASCADE,
  nulled int REFERENCES parent ON UPDATE SET NULL ON DELETE SET NULL,
  defaulted int DEFAULT 1 REFERENCES parent ON UPDATE SET DEFAULT ON DELETE SET DEFAULT,
  may_wait int REFERENCES parent DEFERRABLE,
  waits int REFERENCES parent DEFERRABLE INITIALLY DEFERRED,
  parent_a int,
  parent_b text,
  above int REFERENCES child,
  CONSTRAINT composite FOREIGN KEY (parent_b, parent_a) REFERENCES parent (b, a) MATCH FULL
);
ALTER TABLE child ADD CONSTRAINT not_validated FOREIGN KEY (parent_b) REFERENCES parent (b) NOT VALID;
COMMENT ON CONSTRAINT cascades ON child IS 'all the way';
CREATE TABLE left_one (id int PRIMARY KEY, other int);
CREATE TABLE right_one (id int PRIMARY KEY, other int REFERENCES left_one);
ALTER TABLE left_one ADD FOREIGN KEY (other) REFERENCES right_one;

CREATE TABLE divided (id int, region int, PRIMARY KEY (region, id)) PARTITION BY LIST (region);
CREATE TABLE divided_1 PARTITION OF divided FOR VALUES IN (1);
CREATE TABLE divided_2 PARTITION OF divided FOR VALUES IN (2) PARTITION BY RANGE (id);
CREATE TABLE divided_2_low PARTITION OF divided_2 FOR VALUES FROM (MINVALUE) TO (100);
CREATE TABLE to_divided (id int PRIMARY KEY, region int, divided int,
  FOREIGN KEY (region, divided) REFERENCES divided ON DELETE CASCADE);
CREATE TABLE to_leaf (id int PRIMARY KEY, region int, divided int,
  FOREIGN KEY (region, divided) REFERENCES divided_1);
CREATE TABLE both_divided (id int PRIMARY KEY, region int, divided int,
  CONSTRAINT both_fk FOREIGN KEY (region, divided) REFERENCES divided DEFERRABLE) PARTITION BY HASH (id);
CREATE TABLE both_divided_0 PARTITION OF both_divided FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE both_divided_1 (divided int, region int, id int NOT NULL,
  CONSTRAINT already FOREIGN KEY (region, divided) REFERENCES divided DEFERRABLE);
ALTER TABLE both_divided ATTACH PARTITION both_divided_1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
ALTER TABLE both_divided_0 ADD CONSTRAINT only_this_leaf FOREIGN KEY (id) REFERENCES parent;
INSERT INTO parent VALUES (1, 1, 'one');
INSERT INTO child (id, no_action, above) VALUES (1, 1, 1);
