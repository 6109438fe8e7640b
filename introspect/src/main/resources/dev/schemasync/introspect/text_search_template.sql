-- Text search templates.
WITH function AS NOT MATERIALIZED (
  SELECT p.oid, n.nspname AS schema, p.proname AS name
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
)
SELECT t.oid,
       n.nspname AS schema,
       t.tmplname AS name,
       init.schema AS init_schema,
       init.name AS init_name,
       lexize.schema AS lexize_schema,
       lexize.name AS lexize_name
FROM pg_ts_template t
JOIN pg_namespace n ON n.oid = t.tmplnamespace
LEFT JOIN function init ON init.oid = t.tmplinit
JOIN function lexize ON lexize.oid = t.tmpllexize
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.tmplname
