-- Indexes that no constraint made. One that is being built concurrently is invalid like one whose
-- build has failed; the session that builds it keeps a lock on the table, and REINDEX on the index.
-- pg_locks and the processes in the progress views can be seen by everybody, the index in them not.
SELECT i.indexrelid AS oid,
       i.indrelid AS relation_oid,
       n.nspname AS schema,
       c.relname AS name,
       c.relkind = 'I' AS is_partitioned,
       am.amname AS method,
       i.indisunique AS is_unique,
       false AS nulls_not_distinct,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       c.reloptions AS options,
       ts.spcname AS tablespace,
       parent_n.nspname AS parent_schema,
       parent.relname AS parent_name,
       i.indisvalid AS is_valid,
       builder.pid AS builder
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
LEFT JOIN pg_class parent ON parent.oid = h.inhparent
LEFT JOIN pg_namespace parent_n ON parent_n.oid = parent.relnamespace
LEFT JOIN LATERAL (
  SELECT min(l.pid) AS pid
  FROM pg_locks l
  LEFT JOIN pg_stat_progress_create_index p ON p.pid = l.pid
  -- Said here and not of the join, so that nobody looks at the locks for the sake of valid ones.
  WHERE NOT i.indisvalid
    AND c.relkind = 'i'
    AND l.locktype = 'relation'
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND l.granted
    AND l.pid <> pg_backend_pid()
    AND (l.relation = i.indexrelid
           AND l.mode IN ('ShareUpdateExclusiveLock', 'AccessExclusiveLock')
         OR l.relation = i.indrelid
           AND l.mode = 'ShareUpdateExclusiveLock'
           AND coalesce(p.index_relid, i.indexrelid) = i.indexrelid
           AND NOT EXISTS (SELECT FROM pg_stat_progress_vacuum v WHERE v.pid = l.pid)
           AND NOT EXISTS (SELECT FROM pg_stat_progress_analyze a WHERE a.pid = l.pid))
) builder ON true
WHERE NOT EXISTS (SELECT FROM pg_constraint o
                  WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
