-- Rewrite rules, but for those that hold the query of a view. What they read and write is locked when
-- they are printed. A view's rules have no state, unless somebody wrote one into the catalog.
-- pg_get_ruledef prints a whole statement. What stands before the condition there is put together
-- again from the catalogs and compared, so that nothing in a name can be taken for a part of the
-- syntax; if it is not what was expected, action is NULL.
WITH framed AS (
  SELECT w.oid, w.ev_class, w.rulename, w.ev_type, w.is_instead, w.ev_enabled, n.nspname, c.relname,
    pg_get_ruledef(w.oid) AS definition,
    'CREATE RULE ' || quote_ident(w.rulename) || E' AS\n    ON '
      || CASE w.ev_type WHEN '2' THEN 'UPDATE' WHEN '3' THEN 'INSERT' ELSE 'DELETE' END
      || ' TO ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS before
  FROM pg_rewrite w
    JOIN pg_class c ON c.oid = w.ev_class
    JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE w.ev_type <> '1'
    AND (c.relkind IN ('r', 'p') OR c.relkind = 'v' AND w.ev_enabled = 'O')
    AND c.relpersistence <> 't'
    AND n.nspname !~ '^(pg_|information_schema$)'
    AND w.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
    AND w.oid <= coalesce(nullif(current_setting('introspect.upto', true), ''), '4294967295')::oid
)
SELECT f.oid,
       f.ev_class AS relation_oid,
       f.rulename AS name,
       f.ev_type AS event,
       f.is_instead AS instead,
       f.ev_enabled AS state,
       CASE
         WHEN left(f.definition, length(f.before)) = f.before AND right(f.definition, 1) = ';'
           THEN btrim(substr(left(f.definition, -1), length(f.before) + 1), E' \n')
       END AS action
FROM framed f
ORDER BY f.nspname, f.relname, f.rulename
