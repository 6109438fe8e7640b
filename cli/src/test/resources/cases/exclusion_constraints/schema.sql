CREATE SCHEMA "Booking";
CREATE EXTENSION btree_gist SCHEMA "Booking";
CREATE TABLE "Booking"."room's" (id int PRIMARY KEY, "during " int4range, room int, place box, name text COLLATE "C", note text,
  CONSTRAINT "no two; -- ""at once""" EXCLUDE USING gist (room "Booking".gist_int4_ops WITH =, "during " WITH &&)
    WHERE (room > 0 AND name IN ('a', 'b')) DEFERRABLE INITIALLY DEFERRED,
  EXCLUDE ("during " WITH =) WITH (fillfactor = 70),
  CONSTRAINT of_hash EXCLUDE USING hash ((lower(name)) WITH =),
  CONSTRAINT of_places EXCLUDE USING spgist ("during " WITH &&) DEFERRABLE,
  CONSTRAINT collated EXCLUDE USING btree (name COLLATE "POSIX" text_pattern_ops DESC NULLS LAST WITH =, (id + 1) NULLS FIRST WITH OPERATOR(pg_catalog.=)),
  CONSTRAINT carrying EXCLUDE USING gist ("during " WITH -|-) INCLUDE (place));
INSERT INTO "Booking"."room's" VALUES (1, '[1,3)', 1, '((0,0),(1,1))', 'a'), (2, '[4,6)', 1, '((2,2),(3,3))', 'b');
COMMENT ON CONSTRAINT of_hash ON "Booking"."room's" IS 'names differ';
ALTER INDEX "Booking".of_hash ALTER COLUMN 1 SET STATISTICS 300;
ALTER INDEX "Booking".collated ALTER COLUMN 2 SET STATISTICS 0;
CREATE FUNCTION "Booking".span("Booking"."room's") RETURNS int4range LANGUAGE sql IMMUTABLE AS 'SELECT $1."during "';
ALTER TABLE "Booking"."room's" ADD CONSTRAINT of_rows EXCLUDE USING gist ("Booking".span("room's") WITH &&) WHERE (id > 10);
CREATE TABLE clustered (id int PRIMARY KEY, at circle, EXCLUDE USING gist (at WITH &&));
ALTER TABLE clustered CLUSTER ON clustered_at_excl;
CREATE UNLOGGED TABLE plain (r int4range CONSTRAINT plain_excl CHECK (r IS NOT NULL), EXCLUDE USING gist (r WITH &&));
CREATE TABLE parted (id int PRIMARY KEY, r int4range) PARTITION BY LIST (id);
CREATE TABLE parted_one PARTITION OF parted FOR VALUES IN (1);
ALTER TABLE parted_one ADD CONSTRAINT own EXCLUDE USING gist (r WITH &&);
COMMENT ON INDEX "Booking".of_hash IS 'of names';
COMMENT ON INDEX "Booking"."room's_pkey" IS 'of numbers';
