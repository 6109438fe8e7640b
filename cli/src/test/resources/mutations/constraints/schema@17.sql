CREATE TABLE app.apart (a int4range, b int, EXCLUDE USING gist (a WITH =)) PARTITION BY LIST (a);
CREATE TABLE app.apart1 PARTITION OF app.apart FOR VALUES IN ('[1,2)');
