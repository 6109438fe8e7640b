GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO app_user;
CREATE TABLE t (id int);
GRANT SELECT (ctid) ON t TO app_user;
