-- The tables that are named in publications. Before 15 there are neither lists nor filters.
SELECT r.oid,
       r.prpubid AS publication_oid,
       n.nspname AS schema,
       c.relname AS name,
       '{}'::text[] AS columns,
       NULL::text AS row_filter
FROM pg_publication_rel r
JOIN pg_class c ON c.oid = r.prrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY r.prpubid, n.nspname, c.relname
