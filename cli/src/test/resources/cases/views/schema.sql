CREATE SCHEMA reports AUTHORIZATION app_owner;
CREATE TABLE customers (id int PRIMARY KEY, name varchar(20) NOT NULL, city text);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, total numeric(8, 2), state varchar);
INSERT INTO customers VALUES (1, 'a', 'x'), (2, 'b', 'y');
INSERT INTO orders VALUES (1, 1, 10, 'new'), (2, 1, 5, 'old');
CREATE VIEW reports.totals AS
  SELECT c.id, c.name, c.city, sum(o.total) AS total, count(*) FILTER (WHERE o.state IN ('new', 'open')) AS open
  FROM customers c LEFT JOIN orders o ON o.customer = c.id
  GROUP BY c.id;
CREATE VIEW reports.big AS SELECT * FROM reports.totals WHERE total > 10;
CREATE VIEW reports.above AS WITH ranked AS (
    SELECT id, rank() OVER (PARTITION BY city ORDER BY total DESC NULLS LAST) AS place FROM reports.big)
  SELECT r.id, r.place, b.name FROM ranked r JOIN reports.big b USING (id) WHERE r.place < 3;
CREATE VIEW reports.changeable WITH (security_barrier = true) AS
  SELECT id, name FROM customers WHERE city = 'x' WITH LOCAL CHECK OPTION;
CREATE VIEW reports.cascaded AS SELECT * FROM reports.changeable WHERE id > 0 WITH CASCADED CHECK OPTION;
CREATE VIEW reports.numbers AS WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10) SELECT n FROM numbers;
CREATE VIEW reports.named ("first Column", second) AS VALUES (1, 'a'::text), (2, 'b');
CREATE VIEW reports.no_table AS SELECT 'x'::varchar(3) AS a, NULL::int AS b, ARRAY[1, 2] AS c;
COMMENT ON VIEW reports.big IS 'big ones';
COMMENT ON COLUMN reports.big.total IS 'of it all';
ALTER VIEW reports.big OWNER TO app_owner;
GRANT SELECT ON reports.big TO app_user;
GRANT SELECT ON reports.totals TO app_owner;
GRANT SELECT (id) ON reports.totals TO app_reader;
CREATE MATERIALIZED VIEW reports.stored AS SELECT * FROM reports.totals;
CREATE MATERIALIZED VIEW reports.stored_twice WITH (fillfactor = 80) AS SELECT id, total FROM reports.stored;
CREATE MATERIALIZED VIEW reports.empty AS SELECT 1 AS a WITH NO DATA;
CREATE VIEW reports.over_stored AS SELECT * FROM reports.stored_twice;
CREATE UNIQUE INDEX ON reports.stored (id);
COMMENT ON MATERIALIZED VIEW reports.stored IS 'a copy';
COMMENT ON COLUMN reports.stored.city IS 'where';
ALTER MATERIALIZED VIEW reports.stored OWNER TO app_owner;
GRANT SELECT ON reports.stored TO PUBLIC;
CREATE FUNCTION reports.from_view(v reports.big) RETURNS int LANGUAGE sql AS 'SELECT v.id';
CREATE FUNCTION reports.count_all() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM public.orders';
CREATE VIEW reports.calls AS SELECT reports.count_all() AS n, reports.from_view(b.*) AS id FROM reports.big b;

CREATE SEQUENCE reports.numbers_seq;
CREATE FUNCTION reports.of_view(v reports.changeable) RETURNS text LANGUAGE sql STABLE AS 'SELECT v.name';
CREATE VIEW reports.with_defaults ("first C", name, made, at) AS SELECT id, name, city, name || 'x' FROM customers;
ALTER VIEW reports.with_defaults ALTER "first C" SET DEFAULT nextval('reports.numbers_seq'), ALTER name SET DEFAULT 'it''s';
ALTER VIEW reports.with_defaults ALTER made SET DEFAULT reports.of_view(NULL);
ALTER VIEW reports.with_defaults ALTER at SET DEFAULT CURRENT_DATE::text;
ALTER VIEW reports.with_defaults OWNER TO app_owner;
ALTER VIEW reports.changeable ALTER name SET DEFAULT 'x';
CREATE FUNCTION reports.needs_it(v reports.with_defaults) RETURNS text LANGUAGE sql STABLE AS 'SELECT v.name';
ALTER VIEW reports.with_defaults ALTER name SET DEFAULT reports.needs_it(NULL);

CREATE MATERIALIZED VIEW reports.set AS SELECT id, name AS "Name", city, name || 'x' AS longer FROM customers;
ALTER MATERIALIZED VIEW reports.set ALTER "Name" SET STORAGE EXTERNAL, ALTER city SET STORAGE MAIN, ALTER longer SET STORAGE PLAIN;
ALTER MATERIALIZED VIEW reports.set ALTER "Name" SET STATISTICS 100, ALTER id SET STATISTICS 0;
ALTER MATERIALIZED VIEW reports.set ALTER id SET (n_distinct = -0.5, n_distinct_inherited = 7);
CREATE INDEX set_id ON reports.set (id, (lower("Name")), (id + 1));
ALTER MATERIALIZED VIEW reports.set CLUSTER ON set_id;
ALTER INDEX reports.set_id ALTER COLUMN 2 SET STATISTICS 300;
ALTER INDEX reports.set_id ALTER COLUMN 3 SET STATISTICS 0;
