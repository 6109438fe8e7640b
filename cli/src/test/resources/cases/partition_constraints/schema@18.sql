-- NOT NULL constraints that rows break, and that partitions have in other states and names.
CREATE TABLE loose (id int PRIMARY KEY, a int, b int, c int);
INSERT INTO loose VALUES (1, NULL, NULL, NULL);
ALTER TABLE loose ADD NOT NULL a NOT VALID;
ALTER TABLE loose ADD CONSTRAINT b_given NOT NULL b NOT VALID;
ALTER TABLE loose ADD CONSTRAINT c_given NOT NULL c NO INHERIT NOT VALID;

CREATE TABLE loose_parts (id int, region int, a int, b int, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE loose_parts_1 PARTITION OF loose_parts FOR VALUES IN (1);
CREATE TABLE loose_parts_2 (id int NOT NULL, region int NOT NULL, a int CONSTRAINT mine NOT NULL, b int);
ALTER TABLE loose_parts ATTACH PARTITION loose_parts_2 FOR VALUES IN (2);
CREATE TABLE a_loose_part PARTITION OF loose_parts FOR VALUES IN (3, 4) PARTITION BY LIST (region);
CREATE TABLE a_loose_part_3 PARTITION OF a_loose_part FOR VALUES IN (3);
CREATE TABLE a_loose_part_4 PARTITION OF a_loose_part FOR VALUES IN (4);
INSERT INTO loose_parts VALUES (1, 1), (1, 3);
ALTER TABLE a_loose_part_3 ADD CONSTRAINT its_own NOT NULL a NOT VALID;
ALTER TABLE loose_parts ADD CONSTRAINT a_given NOT NULL a NOT VALID;
ALTER TABLE a_loose_part_4 VALIDATE CONSTRAINT a_given;
ALTER TABLE a_loose_part ADD NOT NULL b NOT VALID;

-- NOT VALID foreign keys of a partitioned table.
CREATE TABLE wanted (id int PRIMARY KEY);
CREATE TABLE wants (id int, region int, wanted int, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE wants_1 PARTITION OF wants FOR VALUES IN (1);
INSERT INTO wants VALUES (1, 1, 7);
ALTER TABLE wants ADD CONSTRAINT to_wanted FOREIGN KEY (wanted) REFERENCES wanted NOT VALID;
