-- Tables, partitioned or not, and foreign tables. A partition has one parent; those of inheritance are in parent.sql.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       c.relpersistence AS persistence,
       pg_get_userbyid(c.relowner) AS owner,
       c.reloptions AS options,
       toast.reloptions AS toast_options,
       am.amname AS access_method,
       ts.spcname AS tablespace,
       -- A foreign table has none; its row says NOTHING.
       CASE c.relkind WHEN 'f' THEN 'd' ELSE c.relreplident END AS replica_identity,
       ident.relname AS replica_identity_index,
       clustered.relname AS clustered_on,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS forced_row_security,
       server.srvname AS foreign_server,
       foreign_table.ftoptions AS foreign_options,
       of_type_n.nspname AS of_type_schema,
       of_type.typname AS of_type_name,
       parent_n.nspname AS parent_schema,
       parent.relname AS parent_name,
       pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
       key.partstrat AS partition_strategy,
       pg_get_expr(key.partexprs, key.partrelid) AS partition_expressions
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
-- Partitions get that of a partitioned table, whatever is usual, so there heap is a choice.
LEFT JOIN pg_am am ON am.oid = c.relam AND (am.amname <> 'heap' OR c.relkind = 'p')
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisreplident AND c.relreplident = 'i'
LEFT JOIN pg_class ident ON ident.oid = i.indexrelid
LEFT JOIN pg_index cl ON cl.indrelid = c.oid AND cl.indisclustered
LEFT JOIN pg_class clustered ON clustered.oid = cl.indexrelid
LEFT JOIN pg_foreign_table foreign_table ON foreign_table.ftrelid = c.oid
LEFT JOIN pg_foreign_server server ON server.oid = foreign_table.ftserver
LEFT JOIN pg_type of_type ON of_type.oid = c.reloftype
LEFT JOIN pg_namespace of_type_n ON of_type_n.oid = of_type.typnamespace
LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND c.relispartition
LEFT JOIN pg_class parent ON parent.oid = h.inhparent
LEFT JOIN pg_namespace parent_n ON parent_n.oid = parent.relnamespace
LEFT JOIN pg_partitioned_table key ON key.partrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'f')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
