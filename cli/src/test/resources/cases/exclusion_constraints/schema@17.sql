CREATE TABLE divided (id int PRIMARY KEY, r int4range, CONSTRAINT whole EXCLUDE USING gist (id "Booking".gist_int4_ops WITH =, r WITH &&)) PARTITION BY LIST (id);
CREATE TABLE divided_one PARTITION OF divided FOR VALUES IN (1);
CREATE TABLE divided_two PARTITION OF divided FOR VALUES IN (2, 3) PARTITION BY LIST (id);
CREATE TABLE divided_two_a PARTITION OF divided_two FOR VALUES IN (2);
ALTER TABLE divided_one RENAME CONSTRAINT divided_one_id_r_excl TO "of one";
COMMENT ON CONSTRAINT "of one" ON divided_one IS 'a copy';
COMMENT ON INDEX "of one" IS 'its index';
