-- Row security policies of tables. What their sub-selects read is locked when they are printed.
SELECT p.oid,
       p.polrelid AS relation_oid,
       n.nspname AS table_schema,
       c.relname AS table_name,
       p.polname AS name,
       p.polpermissive AS permissive,
       p.polcmd AS command,
       0::oid = ANY (p.polroles) AS for_everybody,
       ARRAY(SELECT pg_get_userbyid(u.role)
             FROM unnest(p.polroles) u (role)
             WHERE u.role <> 0
             ORDER BY 1) AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS using_expression,
       pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
  AND p.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
  AND p.oid <= coalesce(nullif(current_setting('introspect.upto', true), ''), '4294967295')::oid
ORDER BY n.nspname, c.relname, p.polname
