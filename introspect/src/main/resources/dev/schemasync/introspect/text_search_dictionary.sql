-- Text search dictionaries.
SELECT d.oid,
       n.nspname AS schema,
       d.dictname AS name,
       template_n.nspname AS template_schema,
       template.tmplname AS template_name,
       nullif(d.dictinitoption, '') AS options,
       pg_get_userbyid(d.dictowner) AS owner
FROM pg_ts_dict d
JOIN pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_ts_template template ON template.oid = d.dicttemplate
JOIN pg_namespace template_n ON template_n.oid = template.tmplnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, d.dictname
