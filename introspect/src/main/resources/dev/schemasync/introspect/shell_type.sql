-- Types that are only declared.
SELECT t.oid,
       n.nspname AS schema,
       t.typname AS name,
       pg_get_userbyid(t.typowner) AS owner
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'p'
  AND NOT t.typisdefined
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.typname
