CREATE VIEW asks AS SELECT id FROM t;
CREATE FUNCTION of_asks(asks) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE OR REPLACE VIEW asks WITH (security_invoker = true, security_barrier = true) AS SELECT id FROM t WHERE of_asks(NULL) IS NULL;
