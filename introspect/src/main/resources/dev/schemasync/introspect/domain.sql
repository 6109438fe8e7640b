-- Domains; their checks are in domain_check.sql.
SELECT t.oid,
       n.nspname AS schema,
       t.typname AS name,
       pg_get_userbyid(t.typowner) AS owner,
       base_n.nspname AS type_schema,
       base.typname AS type_name,
       element.oid IS NOT NULL AS type_is_array,
       t.typtypmod AS type_modifier,
       CASE
         WHEN t.typtypmod >= 0 AND base_n.nspname <> 'pg_catalog'
           THEN string_to_array(
                  left(substr(format_type(base.oid, t.typtypmod),
                              length(format_type(base.oid, NULL)) + 2),
                       -1),
                  ',')
       END AS type_arguments,
       coll_n.nspname AS collation_schema,
       coll.collname AS collation_name,
       pg_get_expr(t.typdefaultbin, 0) AS default_value,
       t.typnotnull AS not_null,
       not_null.oid AS not_null_oid,
       not_null.conname AS not_null_name
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type used ON used.oid = t.typbasetype
LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
JOIN pg_type base ON base.oid = coalesce(element.oid, used.oid)
JOIN pg_namespace base_n ON base_n.oid = base.typnamespace
LEFT JOIN pg_collation coll ON coll.oid = t.typcollation AND t.typcollation <> used.typcollation
LEFT JOIN pg_namespace coll_n ON coll_n.oid = coll.collnamespace
-- Servers before 17 have no such rows.
LEFT JOIN pg_constraint not_null ON not_null.contypid = t.oid AND not_null.contype = 'n'
WHERE t.typtype = 'd'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.typname
