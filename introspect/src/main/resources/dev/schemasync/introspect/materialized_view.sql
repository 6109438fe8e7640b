-- Materialized views; their columns are in column.sql, whether they hold data in
-- relation_state.sql. The query comes with a semicolon at its end.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       pg_get_userbyid(c.relowner) AS owner,
       c.reloptions AS options,
       toast.reloptions AS toast_options,
       am.amname AS access_method,
       ts.spcname AS tablespace,
       clustered.relname AS clustered_on,
       (SELECT w.oid FROM pg_rewrite w WHERE w.ev_class = c.oid AND w.ev_type = '1') AS rule_oid,
       btrim(left(pg_get_viewdef(c.oid), -1), E' \n') AS query
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_index cl ON cl.indrelid = c.oid AND cl.indisclustered
LEFT JOIN pg_class clustered ON clustered.oid = cl.indexrelid
WHERE c.relkind = 'm'
  AND n.nspname !~ '^(pg_|information_schema$)'
  AND c.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
  AND c.oid <= coalesce(nullif(current_setting('introspect.upto', true), ''), '4294967295')::oid
ORDER BY n.nspname, c.relname
