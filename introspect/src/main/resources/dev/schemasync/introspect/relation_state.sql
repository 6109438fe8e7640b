-- How large tables and materialized views are by the last estimate, and which hold data.
SELECT c.oid,
       greatest(c.relpages, 0)::bigint * current_setting('block_size')::bigint AS bytes,
       c.relkind = 'm' AND c.relispopulated AS populated
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
