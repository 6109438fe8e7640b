CREATE SCHEMA "In loops";
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN short AS varchar(9) CHECK (VALUE <> 'x');
CREATE TABLE t (id int PRIMARY KEY, name varchar(20), mood mood, short short, sums numeric(8, 2)[], city text COLLATE "C");

-- A view and a function over its row type.
CREATE VIEW "In loops"."of itself" AS SELECT id, name, mood, short, sums, city, t AS "The ""row" FROM t;
CREATE FUNCTION "In loops".good("In loops"."of itself") RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.id > 0';
CREATE OR REPLACE VIEW "In loops"."of itself" WITH (security_barrier = true) AS
  SELECT id, name, mood, short, sums, city, t AS "The ""row" FROM t
  WHERE "In loops".good(NULL::"In loops"."of itself") IS NULL WITH LOCAL CHECK OPTION;
GRANT USAGE, CREATE ON SCHEMA "In loops" TO app_owner;
GRANT SELECT ON t TO app_owner;
ALTER VIEW "In loops"."of itself" OWNER TO app_owner;
GRANT SELECT ON "In loops"."of itself" TO app_user WITH GRANT OPTION;
GRANT UPDATE (name) ON "In loops"."of itself" TO app_reader;
COMMENT ON VIEW "In loops"."of itself" IS 'needs what needs it';
COMMENT ON COLUMN "In loops"."of itself".name IS 'of one';
COMMENT ON RULE "_RETURN" ON "In loops"."of itself" IS 'its query';
CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER told INSTEAD OF UPDATE ON "In loops"."of itself" FOR EACH ROW EXECUTE FUNCTION told();
CREATE RULE never AS ON DELETE TO "In loops"."of itself" DO INSTEAD NOTHING;
CREATE VIEW over AS SELECT id, city FROM "In loops"."of itself" WITH CASCADED CHECK OPTION;
CREATE MATERIALIZED VIEW stored AS SELECT id, name FROM "In loops"."of itself";

-- Two views, each of which calls a function over the row type of the other.
CREATE VIEW one AS SELECT id FROM t;
CREATE VIEW two AS SELECT id, name FROM t;
CREATE FUNCTION of_one(one) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE FUNCTION of_two(two) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE OR REPLACE VIEW one AS SELECT id FROM t WHERE of_two(NULL::two) IS NULL;
CREATE OR REPLACE VIEW two AS SELECT id, name FROM t WHERE of_one(NULL::one) IS NULL;

-- A view of which a column is of the row type of another one, and a view that reads itself by it.
CREATE VIEW inner_one AS SELECT id, name FROM t;
CREATE VIEW outer_one AS SELECT i AS whole, name COLLATE "C" AS name FROM inner_one i;
CREATE FUNCTION of_outer(outer_one) RETURNS int LANGUAGE sql AS 'SELECT ($1.whole).id';
CREATE OR REPLACE VIEW inner_one AS SELECT id, name FROM t WHERE of_outer(NULL::outer_one) IS NULL;

-- A view that groups by a key, with a function over its row type.
CREATE VIEW grouped AS SELECT id, name, count(*) AS n FROM t GROUP BY id;
CREATE FUNCTION of_grouped(grouped) RETURNS bigint LANGUAGE sql AS 'SELECT $1.n';
CREATE OR REPLACE VIEW grouped AS SELECT id, name, count(*) AS n FROM t GROUP BY id HAVING of_grouped(NULL) IS NULL;
-- A materialized view that does, with all that needs it.
CREATE MATERIALIZED VIEW stored_groups AS SELECT id, name, count(*) AS n FROM t GROUP BY id;
CREATE VIEW over_groups AS SELECT n FROM stored_groups;
CREATE FUNCTION of_groups(stored_groups) RETURNS bigint LANGUAGE sql AS 'SELECT $1.n';
CREATE VIEW calls_groups AS SELECT of_groups(g) AS n FROM stored_groups g;

-- A domain and its check.
CREATE DOMAIN positive AS int;
CREATE FUNCTION is_positive(positive) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::int > 0';
ALTER DOMAIN positive ADD CONSTRAINT really CHECK (is_positive(VALUE));

-- A table and a default, and a check of its own.
CREATE TABLE defaulted (id int PRIMARY KEY, n bigint);
CREATE FUNCTION next_of(defaulted) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
ALTER TABLE defaulted ALTER n SET DEFAULT next_of(NULL);
CREATE TABLE checked (id int PRIMARY KEY, n bigint);
CREATE FUNCTION is_good(checked) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.n > 0';
ALTER TABLE checked ADD CONSTRAINT good CHECK (is_good(checked.*));
-- A table of a view's rows, whose default needs the view.
CREATE VIEW seen AS SELECT id FROM t;
CREATE TABLE of_views (id int PRIMARY KEY, latest seen);
CREATE FUNCTION latest(of_views) RETURNS seen LANGUAGE sql AS 'SELECT $1.latest';
CREATE OR REPLACE VIEW seen AS SELECT id FROM t WHERE latest(NULL::of_views) IS NULL;
ALTER TABLE of_views ALTER latest SET DEFAULT latest(NULL);
