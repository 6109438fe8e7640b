CREATE EXTENSION citext;
CREATE EXTENSION btree_gist;
CREATE SCHEMA "My ""classes"" é";
CREATE SCHEMA other;
SET search_path = "My ""classes"" é", public;
CREATE TYPE "it's" AS ENUM ('b', 'a');
CREATE TYPE pair AS (a int, b int);

-- A whole B-tree class by words, with what reaches to another type.
CREATE FUNCTION "cmp ""it""" ("it's", "it's") RETURNS int LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN $1::text < $2::text THEN -1 WHEN $1::text > $2::text THEN 1 ELSE 0 END $$;
CREATE FUNCTION lt("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text < $2::text';
CREATE FUNCTION le("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text <= $2::text';
CREATE FUNCTION eq("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2::text';
CREATE FUNCTION ge("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text >= $2::text';
CREATE FUNCTION gt("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text > $2::text';
CREATE OPERATOR <# (FUNCTION = lt, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = >#);
CREATE OPERATOR <=# (FUNCTION = le, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = >=#);
CREATE OPERATOR =# (FUNCTION = eq, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = =#, HASHES, MERGES);
CREATE OPERATOR >=# (FUNCTION = ge, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = <=#);
CREATE OPERATOR ># (FUNCTION = gt, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = <#);
CREATE FUNCTION lt("it's", text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text < $2';
CREATE FUNCTION cmp("it's", text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT bttextcmp($1::text, $2)';
CREATE OPERATOR <# (FUNCTION = lt, LEFTARG = "it's", RIGHTARG = text);
CREATE OPERATOR FAMILY "words, of" USING btree;
CREATE OPERATOR CLASS "by word" FOR TYPE "it's" USING btree FAMILY "words, of" AS
  OPERATOR 1 <#, OPERATOR 2 <=#, OPERATOR 3 =#, OPERATOR 4 >=#, OPERATOR 5 >#,
  FUNCTION 1 "cmp ""it""" ("it's", "it's"), FUNCTION 4 ("it's", "it's") btequalimage(oid),
  OPERATOR 1 <# ("it's", text), FUNCTION 1 ("it's", text) cmp("it's", text);
ALTER OPERATOR FAMILY "words, of" USING btree ADD OPERATOR 1 < (text, text), FUNCTION 1 (text, text) bttextcmp(text, text);
CREATE OPERATOR CLASS of_text FOR TYPE text USING btree FAMILY "words, of" AS OPERATOR 3 = (text, text);

-- A class with a family of its own name, of a hash; the default for a type that had none.
CREATE FUNCTION eq(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';
CREATE OPERATOR == (FUNCTION = eq, LEFTARG = pair, RIGHTARG = pair, COMMUTATOR = ==);
CREATE FUNCTION hash(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
CREATE FUNCTION hash(pair, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1.a + $2';
CREATE OPERATOR CLASS "of ""pairs""" DEFAULT FOR TYPE pair USING hash AS
  OPERATOR 1 ==, FUNCTION 1 hash(pair), FUNCTION 2 hash(pair, bigint);

-- The default for a type of the system that had none.
CREATE FUNCTION z_compare(json, json) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT bttextcmp($1::text, $2::text)';
CREATE FUNCTION lt(json, json) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text < $2::text';
CREATE FUNCTION le(json, json) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text <= $2::text';
CREATE FUNCTION eq(json, json) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2::text';
CREATE FUNCTION ge(json, json) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text >= $2::text';
CREATE FUNCTION gt(json, json) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text > $2::text';
CREATE OPERATOR <# (FUNCTION = lt, LEFTARG = json, RIGHTARG = json);
CREATE OPERATOR <=# (FUNCTION = le, LEFTARG = json, RIGHTARG = json);
CREATE OPERATOR =# (FUNCTION = eq, LEFTARG = json, RIGHTARG = json, COMMUTATOR = =#, MERGES);
CREATE OPERATOR >=# (FUNCTION = ge, LEFTARG = json, RIGHTARG = json);
CREATE OPERATOR ># (FUNCTION = gt, LEFTARG = json, RIGHTARG = json);
CREATE OPERATOR CLASS of_json DEFAULT FOR TYPE json USING btree AS
  OPERATOR 1 <#, OPERATOR 2 <=#, OPERATOR 3 =#, OPERATOR 4 >=#, OPERATOR 5 >#, FUNCTION 1 z_compare(json, json);

-- For search and for order, of what is stored as another type; arrays of any; ranges of blocks.
CREATE OPERATOR CLASS points FOR TYPE point USING gist AS
  OPERATOR 1 << FOR SEARCH, OPERATOR 15 <-> (point, point) FOR ORDER BY pg_catalog.float_ops,
  FUNCTION 1 gist_point_consistent(internal, point, int2, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal),
  FUNCTION 8 gist_point_distance(internal, point, int2, oid, internal), FUNCTION 9 gist_point_fetch(internal),
  STORAGE box;
CREATE OPERATOR CLASS arrays FOR TYPE anyarray USING gin AS
  OPERATOR 1 &&, OPERATOR 2 @>, FUNCTION 2 ginarrayextract(anyarray, internal, internal),
  FUNCTION 3 ginqueryarrayextract(anyarray, internal, int2, internal, internal, internal, internal),
  FUNCTION 4 ginarrayconsistent(internal, int2, anyarray, int4, internal, internal, internal, internal),
  STORAGE anyelement;
CREATE OPERATOR CLASS blocks FOR TYPE int4 USING brin AS
  OPERATOR 1 <, OPERATOR 1 < (int4, int8), FUNCTION 1 brin_minmax_opcinfo(internal),
  FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
  FUNCTION 3 brin_minmax_consistent(internal, internal, internal), FUNCTION 4 brin_minmax_union(internal, internal, internal);
CREATE OPERATOR CLASS quads FOR TYPE text USING spgist AS
  OPERATOR 1 ~<~, FUNCTION 1 spg_text_config(internal, internal), FUNCTION 2 spg_text_choose(internal, internal),
  FUNCTION 3 spg_text_picksplit(internal, internal), FUNCTION 4 spg_text_inner_consistent(internal, internal),
  FUNCTION 5 spg_text_leaf_consistent(internal, internal);

-- With nothing of their own: a class, and a family.
CREATE OPERATOR CLASS bare FOR TYPE int4 USING hash AS STORAGE int4;
CREATE OPERATOR FAMILY other.bare USING gin;

-- Added to families of the system and of an extension, and a class among them.
CREATE FUNCTION same(int4, "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2::text';
CREATE OPERATOR =# (FUNCTION = same, LEFTARG = int4, RIGHTARG = "it's");
CREATE FUNCTION cmp(int4, "it's") RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT bttextcmp($1::text, $2::text)';
ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 3 =# (int4, "it's"), FUNCTION 1 cmp(int4, "it's");
CREATE OPERATOR CLASS among_integers FOR TYPE "it's" USING hash FAMILY integer_ops AS OPERATOR 1 =#;
CREATE FUNCTION same(citext, "it's") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2::text';
CREATE OPERATOR =# (FUNCTION = same, LEFTARG = citext, RIGHTARG = "it's");
ALTER OPERATOR FAMILY citext_ops USING btree ADD OPERATOR 3 =# (citext, "it's");
ALTER OPERATOR FAMILY public.gist_int4_ops USING gist ADD OPERATOR 99 =# (int4, "it's");

-- What uses them: without a word of the first, as what sorts by a default class.
CREATE TABLE uses (
  id int PRIMARY KEY,
  p pair,
  e "it's",
  a int[],
  pt point,
  j json UNIQUE
);
CREATE VIEW a_sorted AS SELECT DISTINCT j FROM uses;
CREATE MATERIALIZED VIEW grouped AS SELECT j, count(*) AS n FROM uses GROUP BY j ORDER BY j DESC;
CREATE INDEX ON uses USING hash (p);
CREATE INDEX ON uses (e "by word");
CREATE INDEX ON uses USING gin (a arrays);
CREATE INDEX ON uses USING gist (pt points);
CREATE INDEX ON uses USING brin (id blocks);
CREATE TABLE by_word (e "it's", id int) PARTITION BY RANGE (e "by word", id);
CREATE TABLE by_word_1 PARTITION OF by_word FOR VALUES FROM ('a', 1) TO ('b', 9);
ALTER TABLE by_word_1 REPLICA IDENTITY FULL;
CREATE TABLE by_pair (p pair NOT NULL, id int) PARTITION BY HASH (p);
CREATE TABLE by_pair_1 PARTITION OF by_pair FOR VALUES WITH (MODULUS 2, REMAINDER 0);
ALTER TABLE by_pair_1 REPLICA IDENTITY FULL;

ALTER OPERATOR FAMILY "words, of" USING btree OWNER TO app_owner;
ALTER OPERATOR CLASS "by word" USING btree OWNER TO app_owner;
COMMENT ON OPERATOR FAMILY "words, of" USING btree IS 'it''s a "family"';
COMMENT ON OPERATOR FAMILY "of ""pairs""" USING hash IS 'unasked';
COMMENT ON OPERATOR CLASS "by word" USING btree IS 'it''s a "class"';
COMMENT ON OPERATOR CLASS arrays USING gin IS 'of any';
