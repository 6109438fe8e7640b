-- The arguments of functions, procedures and aggregates, the columns of RETURNS TABLE included.
SELECT p.oid AS routine_oid,
       coalesce(p.proargmodes[e.position], 'i') AS mode,
       nullif(p.proargnames[e.position], '') AS name,
       type_n.nspname AS type_schema,
       type.typname AS type_name,
       element.oid IS NOT NULL AS type_is_array,
       CASE WHEN p.pronargdefaults > 0
            THEN pg_get_function_arg_default(p.oid, e.position::int)
       END AS default_value
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
CROSS JOIN LATERAL unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
  WITH ORDINALITY AS e (type_oid, position)
JOIN pg_type used ON used.oid = e.type_oid
LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
JOIN pg_type type ON type.oid = coalesce(element.oid, used.oid)
JOIN pg_namespace type_n ON type_n.oid = type.typnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY p.oid, e.position
