-- Installed extensions. All schemas count here: plpgsql lives in pg_catalog.
SELECT e.oid,
       e.extname AS name,
       n.nspname AS schema,
       e.extversion AS version,
       configuration.schemas AS configuration_schemas,
       configuration.names AS configuration_names
FROM pg_extension e
JOIN pg_namespace n ON n.oid = e.extnamespace
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(s.nspname::text ORDER BY s.nspname, c.relname), '{}') AS schemas,
         coalesce(array_agg(c.relname::text ORDER BY s.nspname, c.relname), '{}') AS names
  FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
  WHERE c.oid = ANY (e.extconfig)
) configuration
ORDER BY e.extname
