-- Primary keys and unique constraints, each with the index that enforces it.
SELECT o.oid,
       o.conrelid AS relation_oid,
       o.conindid AS index_oid,
       n.nspname AS table_schema,
       t.relname AS table_name,
       o.conname AS name,
       o.contype = 'p' AS is_primary,
       ARRAY(SELECT a.attname::text
             FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
             WHERE k.position <= i.indnkeyatts
             ORDER BY k.position) AS columns,
       ARRAY(SELECT a.attname::text
             FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
             WHERE k.position > i.indnkeyatts
             ORDER BY k.position) AS include,
       i.indnullsnotdistinct AS nulls_not_distinct,
       o.conperiod AS without_overlaps,
       o.condeferrable AS is_deferrable,
       o.condeferred AS is_deferred,
       c.reloptions AS options,
       ts.spcname AS tablespace,
       parent_n.nspname AS parent_schema,
       parent.relname AS parent_name
FROM pg_constraint o
JOIN pg_class t ON t.oid = o.conrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
JOIN pg_index i ON i.indexrelid = o.conindid
JOIN pg_class c ON c.oid = i.indexrelid
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
LEFT JOIN pg_class parent ON parent.oid = h.inhparent
LEFT JOIN pg_namespace parent_n ON parent_n.oid = parent.relnamespace
WHERE o.contype IN ('p', 'u')
  AND t.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.relname, o.conname
