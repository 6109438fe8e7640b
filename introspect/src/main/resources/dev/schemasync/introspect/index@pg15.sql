-- Indexes that no constraint made.
SELECT i.indexrelid AS oid,
       i.indrelid AS relation_oid,
       n.nspname AS schema,
       c.relname AS name,
       c.relkind = 'I' AS is_partitioned,
       am.amname AS method,
       i.indisunique AS is_unique,
       i.indnullsnotdistinct AS nulls_not_distinct,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       c.reloptions AS options,
       ts.spcname AS tablespace,
       parent_n.nspname AS parent_schema,
       parent.relname AS parent_name,
       i.indisvalid AS is_valid
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
LEFT JOIN pg_class parent ON parent.oid = h.inhparent
LEFT JOIN pg_namespace parent_n ON parent_n.oid = parent.relnamespace
WHERE NOT EXISTS (SELECT FROM pg_constraint o
                  WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
