-- Sequences with their options, and the columns that own them.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       c.relpersistence AS persistence,
       pg_get_userbyid(c.relowner) AS owner,
       t.typname AS data_type,
       q.seqstart AS start,
       q.seqincrement AS increment,
       q.seqmin AS min_value,
       q.seqmax AS max_value,
       q.seqcache AS cache,
       q.seqcycle AS cycle,
       d.deptype = 'i' AS is_identity,
       table_n.nspname AS table_schema,
       tab.relname AS table_name,
       a.attname AS column_name
FROM pg_sequence q
JOIN pg_class c ON c.oid = q.seqrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = q.seqtypid
LEFT JOIN pg_depend d
  ON d.classid = 'pg_class'::regclass
 AND d.objid = c.oid
 AND d.refclassid = 'pg_class'::regclass
 AND d.refobjsubid > 0
 AND d.deptype IN ('a', 'i')
LEFT JOIN pg_class tab ON tab.oid = d.refobjid
LEFT JOIN pg_namespace table_n ON table_n.oid = tab.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
