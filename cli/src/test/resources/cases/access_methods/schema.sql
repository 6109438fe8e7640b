CREATE SCHEMA am;
CREATE FUNCTION am.handle(internal) RETURNS index_am_handler LANGUAGE internal AS 'hashhandler';
CREATE FUNCTION am.store(internal) RETURNS table_am_handler LANGUAGE internal AS 'heap_tableam_handler';

CREATE ACCESS METHOD bt2 TYPE INDEX HANDLER bthandler;
CREATE ACCESS METHOD "Method ""q"" 's' a.b;--
/*" TYPE INDEX HANDLER am.handle;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD "Heap ""q"" 's' a.b;--
/*" TYPE TABLE HANDLER am.store;
CREATE EXTENSION bloom;
COMMENT ON ACCESS METHOD bt2 IS 'it''s another B-tree';
COMMENT ON ACCESS METHOD "Heap ""q"" 's' a.b;--
/*" IS 'one with a name';

CREATE OPERATOR FAMILY am.ints USING bt2;
CREATE OPERATOR CLASS am.int4s DEFAULT FOR TYPE int4 USING bt2 FAMILY am.ints AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int4, int4);
ALTER OPERATOR FAMILY am.ints USING bt2 ADD OPERATOR 1 < (int4, int8), FUNCTION 1 (int4, int8) btint48cmp(int4, int8);
CREATE OPERATOR CLASS am.texts FOR TYPE text USING "Method ""q"" 's' a.b;--
/*" AS OPERATOR 1 =, FUNCTION 1 hashtext(text);
CREATE OPERATOR CLASS am.hashed DEFAULT FOR TYPE int4 USING "Method ""q"" 's' a.b;--
/*" AS OPERATOR 1 =, FUNCTION 1 hashint4(int4);

CREATE TABLE am.a (id int PRIMARY KEY, b text, c int) USING heap2 WITH (fillfactor = 70);
CREATE INDEX a_b ON am.a USING "Method ""q"" 's' a.b;--
/*" (b am.texts);
CREATE INDEX a_c ON am.a USING "Method ""q"" 's' a.b;--
/*" (c) WHERE c > 0;
CREATE INDEX a_bloom ON am.a USING bloom (id, c);
CREATE TABLE am.plain (id int PRIMARY KEY) USING heap;
CREATE UNLOGGED TABLE am.named (id int PRIMARY KEY) USING "Heap ""q"" 's' a.b;--
/*";
CREATE MATERIALIZED VIEW am.m USING heap2 AS SELECT id FROM am.a;
CREATE MATERIALIZED VIEW am.n AS SELECT id FROM am.a;
CREATE TABLE am.child (d int PRIMARY KEY) INHERITS (am.a);
CREATE TABLE am.child2 (d int PRIMARY KEY) INHERITS (am.a) USING heap2;
CREATE TABLE am.parted (id int, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE am.part1 PARTITION OF am.parted FOR VALUES FROM (0) TO (9) USING heap2;
CREATE TABLE am.part2 PARTITION OF am.parted FOR VALUES FROM (9) TO (19);
CREATE INDEX parted_id ON am.parted USING "Method ""q"" 's' a.b;--
/*" (id);
