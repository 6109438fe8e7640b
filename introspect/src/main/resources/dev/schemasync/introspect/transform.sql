-- Transforms; one of a temporary type goes with its session.
WITH type AS NOT MATERIALIZED (
  SELECT used.oid,
         n.nspname AS schema,
         base.typname AS name,
         element.oid IS NOT NULL AS is_array
  FROM pg_type used
  LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
  JOIN pg_type base ON base.oid = coalesce(element.oid, used.oid)
  JOIN pg_namespace n ON n.oid = base.typnamespace
)
SELECT t.oid,
       of_type.schema AS type_schema,
       of_type.name AS type_name,
       of_type.is_array AS type_is_array,
       l.lanname AS language,
       from_sql_n.nspname AS from_sql_schema,
       from_sql.proname AS from_sql_name,
       from_argument.schemas AS from_sql_argument_schemas,
       from_argument.names AS from_sql_argument_names,
       from_argument.are_arrays AS from_sql_argument_are_arrays,
       to_sql_n.nspname AS to_sql_schema,
       to_sql.proname AS to_sql_name,
       to_argument.schemas AS to_sql_argument_schemas,
       to_argument.names AS to_sql_argument_names,
       to_argument.are_arrays AS to_sql_argument_are_arrays
FROM pg_transform t
JOIN pg_language l ON l.oid = t.trflang
-- These are few: OFFSET 0 has each type looked up alone, instead of all types joined with all.
CROSS JOIN LATERAL (SELECT u.* FROM type u WHERE u.oid = t.trftype OFFSET 0) of_type
LEFT JOIN pg_proc from_sql ON from_sql.oid = t.trffromsql
LEFT JOIN pg_namespace from_sql_n ON from_sql_n.oid = from_sql.pronamespace
LEFT JOIN LATERAL (
  SELECT array_agg(u.schema ORDER BY a.place) AS schemas,
         array_agg(u.name ORDER BY a.place) AS names,
         array_agg(u.is_array ORDER BY a.place) AS are_arrays
  FROM unnest(from_sql.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)
  CROSS JOIN LATERAL (SELECT u.* FROM type u WHERE u.oid = a.type OFFSET 0) u
) from_argument ON from_sql.oid IS NOT NULL
LEFT JOIN pg_proc to_sql ON to_sql.oid = t.trftosql
LEFT JOIN pg_namespace to_sql_n ON to_sql_n.oid = to_sql.pronamespace
LEFT JOIN LATERAL (
  SELECT array_agg(u.schema ORDER BY a.place) AS schemas,
         array_agg(u.name ORDER BY a.place) AS names,
         array_agg(u.is_array ORDER BY a.place) AS are_arrays
  FROM unnest(to_sql.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)
  CROSS JOIN LATERAL (SELECT u.* FROM type u WHERE u.oid = a.type OFFSET 0) u
) to_argument ON to_sql.oid IS NOT NULL
WHERE t.oid >= 16384
  AND of_type.schema !~ '^pg_temp'
ORDER BY of_type.schema, of_type.name, of_type.is_array, l.lanname
