-- Foreign keys, but for those that exist only because a parent's does.
SELECT o.oid,
       o.conrelid AS relation_oid,
       n.nspname AS table_schema,
       t.relname AS table_name,
       o.conname AS name,
       ARRAY(SELECT a.attname::text
             FROM unnest(o.conkey) WITH ORDINALITY AS k (attnum, position)
             JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.attnum
             ORDER BY k.position) AS columns,
       ref_n.nspname AS referenced_schema,
       ref.relname AS referenced_name,
       ARRAY(SELECT a.attname::text
             FROM unnest(o.confkey) WITH ORDINALITY AS k (attnum, position)
             JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.attnum
             ORDER BY k.position) AS referenced_columns,
       o.confmatchtype AS match,
       o.confupdtype AS on_update,
       o.confdeltype AS on_delete,
       NULL::text[] AS on_delete_columns,
       false AS period,
       o.condeferrable AS is_deferrable,
       o.condeferred AS is_deferred,
       true AS enforced,
       o.convalidated AS validated
FROM pg_constraint o
JOIN pg_class t ON t.oid = o.conrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
JOIN pg_class ref ON ref.oid = o.confrelid
JOIN pg_namespace ref_n ON ref_n.oid = ref.relnamespace
WHERE o.contype = 'f'
  AND o.conparentid = 0
  AND t.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.relname, o.conname
