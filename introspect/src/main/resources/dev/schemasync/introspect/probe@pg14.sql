-- What the server prints for the probes of this transaction, SQL-standard bodies and
-- locales of collations among them.
SELECT CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END AS schema,
       c.relname AS name,
       pg_get_viewdef(c.oid) AS text
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relname BETWEEN 'schemasync_probe_' AND 'schemasync_probe_~'
  AND c.relkind = 'v'
UNION ALL
SELECT CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END,
       p.proname,
       pg_get_function_sqlbody(p.oid)
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.proname BETWEEN 'schemasync_probe_' AND 'schemasync_probe_~'
  AND p.prosqlbody IS NOT NULL
UNION ALL
SELECT CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END,
       c.collname,
       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate::text)
FROM pg_collation c
JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE c.collname BETWEEN 'schemasync_probe_' AND 'schemasync_probe_~'
UNION ALL
-- All but what names the view that stands for the relation of the rule.
SELECT CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END,
       w.rulename,
       substr(pg_get_ruledef(w.oid),
              strpos(pg_get_ruledef(w.oid), quote_ident(c.relname)) + length(quote_ident(c.relname)))
FROM pg_rewrite w
JOIN pg_class c ON c.oid = w.ev_class
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE w.rulename BETWEEN 'schemasync_probe_' AND 'schemasync_probe_~'
ORDER BY schema, name
