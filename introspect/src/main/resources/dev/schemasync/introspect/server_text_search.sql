-- What text search configurations of the system are made of, on which those of users may be built: a
-- newer server knows more languages.
SELECT f.kind,
       n.nspname AS schema,
       f.name
FROM (
  SELECT 'parser' AS kind, p.prsnamespace AS namespace, p.prsname AS name FROM pg_ts_parser p
  UNION ALL
  SELECT 'template', t.tmplnamespace, t.tmplname FROM pg_ts_template t
  UNION ALL
  SELECT 'dictionary', d.dictnamespace, d.dictname FROM pg_ts_dict d
) f
JOIN pg_namespace n ON n.oid = f.namespace
WHERE n.nspname = 'pg_catalog'
ORDER BY f.kind, f.name
