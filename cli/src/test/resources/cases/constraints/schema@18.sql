-- What nobody enforces, rows break, and partitions and children may have otherwise.
CREATE TABLE unenforced (
  a int PRIMARY KEY,
  b int,
  CONSTRAINT b_positive CHECK (b > 0) NOT ENFORCED,
  CONSTRAINT b_of_parent FOREIGN KEY (b) REFERENCES unenforced (a) ON DELETE CASCADE DEFERRABLE NOT ENFORCED
);
INSERT INTO unenforced VALUES (1, -1);
COMMENT ON CONSTRAINT b_positive ON unenforced IS 'a hint for planners of reports';
CREATE TABLE unenforced_child (PRIMARY KEY (a)) INHERITS (unenforced);
CREATE TABLE unenforced_own (PRIMARY KEY (a), CONSTRAINT b_positive CHECK (b > 0)) INHERITS (unenforced);
CREATE TABLE unenforced_parts (
  a int PRIMARY KEY, b int, CONSTRAINT small CHECK (b < 10) NOT ENFORCED,
  FOREIGN KEY (b) REFERENCES unenforced NOT ENFORCED
) PARTITION BY LIST (a);
CREATE TABLE unenforced_1 PARTITION OF unenforced_parts FOR VALUES IN (1);
INSERT INTO unenforced_1 VALUES (1, 100);
CREATE TABLE unenforced_2 (b int, a int PRIMARY KEY, CONSTRAINT small CHECK (b < 10));
ALTER TABLE unenforced_parts ATTACH PARTITION unenforced_2 FOR VALUES IN (2);
CREATE TABLE unenforced_3 (b int, a int PRIMARY KEY, CONSTRAINT small CHECK (b < 10) NOT ENFORCED);
ALTER TABLE unenforced_parts ATTACH PARTITION unenforced_3 FOR VALUES IN (3);
-- Temporal constraints: of a key over ranges alone nothing but the range types' own operators is needed.
CREATE TABLE bookings (room int4range, during daterange, note text,
  CONSTRAINT bookings_key PRIMARY KEY (room, during WITHOUT OVERLAPS) INCLUDE (note) WITH (fillfactor = 80),
  CONSTRAINT bookings_unique UNIQUE (room, during WITHOUT OVERLAPS) DEFERRABLE INITIALLY DEFERRED);
COMMENT ON CONSTRAINT bookings_key ON bookings IS 'one guest at a time';
CREATE TABLE guests (id int PRIMARY KEY, room int4range, during daterange,
  CONSTRAINT guests_room FOREIGN KEY (room, PERIOD during) REFERENCES bookings (room, PERIOD during));
ALTER TABLE guests ADD CONSTRAINT guests_later FOREIGN KEY (room, PERIOD during)
  REFERENCES bookings NOT VALID;
CREATE TABLE moments (room int4range, at datemultirange, PRIMARY KEY (room, at WITHOUT OVERLAPS))
  PARTITION BY RANGE (room);
CREATE TABLE moments_1 PARTITION OF moments FOR VALUES FROM ('[1,2)') TO ('[9,10)');
