-- Stand-alone composite types; their attributes are in column.sql.
SELECT t.oid,
       t.typrelid AS attributes_oid,
       n.nspname AS schema,
       t.typname AS name,
       pg_get_userbyid(t.typowner) AS owner
FROM pg_type t
JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.typname
