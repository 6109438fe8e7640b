-- Views; their columns are in column.sql. The query comes with a semicolon at its end.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       pg_get_userbyid(c.relowner) AS owner,
       c.reloptions AS options,
       (SELECT w.oid FROM pg_rewrite w WHERE w.ev_class = c.oid AND w.ev_type = '1') AS rule_oid,
       btrim(left(pg_get_viewdef(c.oid), -1), E' \n') AS query
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'v'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
  AND c.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
  AND c.oid <= coalesce(nullif(current_setting('introspect.upto', true), ''), '4294967295')::oid
ORDER BY n.nspname, c.relname
