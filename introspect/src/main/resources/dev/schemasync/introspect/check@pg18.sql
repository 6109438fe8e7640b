-- Check constraints of tables.
SELECT o.oid,
       o.conrelid AS relation_oid,
       n.nspname AS table_schema,
       t.relname AS table_name,
       o.conname AS name,
       pg_get_expr(o.conbin, o.conrelid) AS expression,
       o.connoinherit AS no_inherit,
       -- A partition's are its parent's, whatever they were before it was attached.
       o.conislocal OR t.relispartition AS local,
       o.coninhcount > 0 AS inherited,
       o.conenforced AS enforced,
       -- No row is looked at then, so none is left to be.
       o.convalidated OR NOT o.conenforced AS validated
FROM pg_constraint o
JOIN pg_class t ON t.oid = o.conrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE o.contype = 'c'
  AND t.relkind IN ('r', 'p', 'f')
  AND t.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.relname, o.conname
