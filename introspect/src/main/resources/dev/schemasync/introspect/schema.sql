-- Schemas, of which public is one if nobody dropped it.
SELECT n.oid,
       n.nspname AS name,
       pg_get_userbyid(n.nspowner) AS owner
FROM pg_namespace n
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname
