-- Multirange types. What they have of owner and privileges does not count: the range type's does.
SELECT multi.oid,
       multi_n.nspname AS schema,
       multi.typname AS name,
       n.nspname AS range_schema,
       t.typname AS range_name,
       pg_get_userbyid(t.typowner) AS owner,
       false AS has_privileges
FROM pg_range r
JOIN pg_type t ON t.oid = r.rngtypid
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type multi ON multi.oid = r.rngmultitypid
JOIN pg_namespace multi_n ON multi_n.oid = multi.typnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY multi_n.nspname, multi.typname
