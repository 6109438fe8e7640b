-- Extended statistics of tables and materialized views. Before 14 there are none on expressions.
SELECT s.oid,
       s.stxrelid AS relation_oid,
       n.nspname AS schema,
       s.stxname AS name,
       pg_get_userbyid(s.stxowner) AS owner,
       s.stxkind::text[] AS kinds,
       ARRAY(SELECT a.attname::text
             FROM unnest(s.stxkeys::int2[]) WITH ORDINALITY AS k (attnum, position)
             JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = k.attnum
             ORDER BY k.position) AS columns,
       '{}'::text[] AS expressions,
       nullif(s.stxstattarget, -1) AS target
FROM pg_statistic_ext s
JOIN pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_class c ON c.oid = s.stxrelid
JOIN pg_namespace table_n ON table_n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
  AND table_n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, s.stxname
