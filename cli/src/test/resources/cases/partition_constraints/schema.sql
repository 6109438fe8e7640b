-- Checks whose copies are in different states. A partition made under a check that is NOT VALID has
-- a validated copy of it; one that was attached keeps the state of its own.
CREATE TABLE readings (id int NOT NULL, region int NOT NULL, value int, kind text, PRIMARY KEY (id, region))
  PARTITION BY LIST (region);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES IN (1);
CREATE TABLE readings_2 (kind text, value int, region int NOT NULL, id int NOT NULL,
  CONSTRAINT positive CHECK (value > 0));
ALTER TABLE readings ATTACH PARTITION readings_2 FOR VALUES IN (2);
CREATE TABLE a_division PARTITION OF readings FOR VALUES IN (3, 4, 5) PARTITION BY LIST (region);
CREATE TABLE a_division_3 PARTITION OF a_division FOR VALUES IN (3);
CREATE TABLE a_division_4 PARTITION OF a_division FOR VALUES IN (4);
INSERT INTO readings VALUES (1, 1, -1, ''), (2, 3, -1, ''), (3, 2, 1, '');
ALTER TABLE readings ADD CONSTRAINT positive CHECK (value > 0) NOT VALID;
ALTER TABLE a_division_4 VALIDATE CONSTRAINT positive;
CREATE TABLE readings_6 PARTITION OF readings FOR VALUES IN (6);
CREATE TABLE readings_7 (id int NOT NULL, region int NOT NULL, value int, kind text);
INSERT INTO readings_7 VALUES (4, 7, -1, '');
ALTER TABLE readings_7 ADD CONSTRAINT positive CHECK (value > 0) NOT VALID;
ALTER TABLE readings ATTACH PARTITION readings_7 FOR VALUES IN (7);
-- On the inner partition and below it only, and on one leaf only.
ALTER TABLE a_division ADD CONSTRAINT named CHECK (kind <> '') NOT VALID;
ALTER TABLE a_division_4 VALIDATE CONSTRAINT named;
ALTER TABLE readings_1 ADD CONSTRAINT own CHECK (kind <> '') NOT VALID;
ALTER TABLE readings_1 ADD CONSTRAINT only_here CHECK (value > 0) NO INHERIT NOT VALID;
ALTER TABLE readings ADD CONSTRAINT everywhere CHECK (id > 0);
COMMENT ON CONSTRAINT positive ON readings_1 IS 'one row is older than it';

-- A foreign key to a unique index that is whole only when those of all partitions are attached.
CREATE TABLE codes (region int NOT NULL, code int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE codes_1 PARTITION OF codes FOR VALUES IN (1);
CREATE TABLE codes_2 PARTITION OF codes FOR VALUES IN (2, 3) PARTITION BY LIST (region);
CREATE TABLE codes_2_2 PARTITION OF codes_2 FOR VALUES IN (2);
CREATE TABLE codes_2_3 PARTITION OF codes_2 FOR VALUES IN (3);
CREATE UNIQUE INDEX zz_codes ON codes (region, code);
ALTER TABLE codes REPLICA IDENTITY FULL;
ALTER TABLE codes_1 REPLICA IDENTITY FULL;
ALTER TABLE codes_2 REPLICA IDENTITY FULL;
ALTER TABLE codes_2_2 REPLICA IDENTITY FULL;
ALTER TABLE codes_2_3 REPLICA IDENTITY FULL;
CREATE TABLE uses (id int PRIMARY KEY, region int, code int,
  CONSTRAINT a_to_codes FOREIGN KEY (region, code) REFERENCES codes (region, code));
CREATE TABLE leaf_uses (id int PRIMARY KEY, region int, code int,
  CONSTRAINT a_to_leaf FOREIGN KEY (region, code) REFERENCES codes_2_3 (region, code),
  CONSTRAINT a_to_inner FOREIGN KEY (region, code) REFERENCES codes_2 (region, code));

-- A partitioned table that refers to itself, and partitions that refer to each other.
CREATE TABLE nodes (region int, id int, above int, other int, PRIMARY KEY (region, id)) PARTITION BY LIST (region);
CREATE TABLE nodes_1 PARTITION OF nodes FOR VALUES IN (1);
CREATE TABLE nodes_2 PARTITION OF nodes FOR VALUES IN (2);
ALTER TABLE nodes ADD CONSTRAINT upwards FOREIGN KEY (region, above) REFERENCES nodes;
ALTER TABLE nodes_1 ADD CONSTRAINT sideways FOREIGN KEY (region, other) REFERENCES nodes_2;
-- The same as the parent's, but made after it, so the server keeps both.
ALTER TABLE nodes_2 ADD CONSTRAINT again FOREIGN KEY (region, above) REFERENCES nodes;
-- Of the name that the parent's is to have, so that the server chooses another one for its copy.
ALTER TABLE nodes_2 ADD CONSTRAINT sidelong FOREIGN KEY (region, other) REFERENCES nodes_1;
ALTER TABLE nodes ADD CONSTRAINT sidelong FOREIGN KEY (region, other) REFERENCES nodes;

-- Up to 17, the foreign key to a partitioned table brings others of names such as the first has.
CREATE TABLE old_orders (id int PRIMARY KEY);
CREATE TABLE new_orders (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE new_orders_1 PARTITION OF new_orders FOR VALUES FROM (1) TO (10);
CREATE TABLE items (id int PRIMARY KEY, order_id int CONSTRAINT items_order_id_fkey REFERENCES old_orders);
ALTER TABLE items ADD CONSTRAINT a_fk FOREIGN KEY (order_id) REFERENCES new_orders;
CREATE TABLE later_items (id int PRIMARY KEY, order_id int CONSTRAINT later_items_order_id_fkey REFERENCES new_orders);
ALTER TABLE later_items ADD CONSTRAINT a_fk FOREIGN KEY (order_id) REFERENCES new_orders;

-- From 17 on, partitions have the identity of their parent.
CREATE TABLE numbered (id int GENERATED ALWAYS AS IDENTITY, region int) PARTITION BY LIST (region);
CREATE TABLE inner_numbered PARTITION OF numbered FOR VALUES IN (1) PARTITION BY LIST (region);
CREATE TABLE a_numbered PARTITION OF inner_numbered FOR VALUES IN (1);
ALTER TABLE numbered REPLICA IDENTITY FULL;
ALTER TABLE inner_numbered REPLICA IDENTITY FULL;
ALTER TABLE a_numbered REPLICA IDENTITY FULL;
INSERT INTO numbered (region) VALUES (1), (1);
ALTER TABLE numbered ADD CONSTRAINT low CHECK (id < 1) NOT VALID;

-- A check of a domain that older values break.
CREATE DOMAIN small AS int;
CREATE TABLE has_small (id int PRIMARY KEY, s small);
ALTER DOMAIN small ADD CONSTRAINT small_enough CHECK (VALUE < 10) NOT VALID;
