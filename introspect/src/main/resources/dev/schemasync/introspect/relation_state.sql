-- How large tables and materialized views are, and which hold data: by the last estimate, and
-- where that knows of nothing by their files, so that zero is no guess. The size of a file takes a
-- lock, for which nobody is waited for: what somebody keeps for himself counts as not empty.
SELECT c.oid,
       CASE
         WHEN c.relpages > 0 THEN c.relpages::bigint * current_setting('block_size')::bigint
         WHEN c.relkind = 'p' THEN 0
         WHEN c.oid IN (SELECT l.relation
                        FROM pg_locks l
                        WHERE l.mode = 'AccessExclusiveLock' AND l.relation IS NOT NULL) THEN 1
         ELSE coalesce(pg_relation_size(c.oid), 1)
       END AS bytes,
       c.relkind = 'm' AND c.relispopulated AS populated
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
