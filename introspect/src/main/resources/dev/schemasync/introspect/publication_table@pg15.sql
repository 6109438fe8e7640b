-- The tables that are named in publications.
SELECT r.oid,
       r.prpubid AS publication_oid,
       n.nspname AS schema,
       c.relname AS name,
       ARRAY(SELECT a.attname::text
             FROM unnest(r.prattrs::int2[]) WITH ORDINALITY AS e (attnum, position)
             JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = e.attnum
             ORDER BY e.position) AS columns,
       pg_get_expr(r.prqual, r.prrelid) AS row_filter
FROM pg_publication_rel r
JOIN pg_class c ON c.oid = r.prrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY r.prpubid, n.nspname, c.relname
