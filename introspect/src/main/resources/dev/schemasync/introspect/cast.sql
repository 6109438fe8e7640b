-- Casts. A range type brings one to its multirange type; one of a temporary type goes with its session.
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
SELECT c.oid,
       source.schema AS source_schema,
       source.name AS source_name,
       source.is_array AS source_is_array,
       target.schema AS target_schema,
       target.name AS target_name,
       target.is_array AS target_is_array,
       c.castmethod AS method,
       c.castcontext AS context,
       function_n.nspname AS function_schema,
       function.proname AS function_name,
       argument.schemas AS function_argument_schemas,
       argument.names AS function_argument_names,
       argument.are_arrays AS function_argument_are_arrays
FROM pg_cast c
-- These are few: OFFSET 0 has each type looked up alone, instead of all types joined with all.
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = c.castsource OFFSET 0) source
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = c.casttarget OFFSET 0) target
LEFT JOIN pg_proc function ON function.oid = c.castfunc
LEFT JOIN pg_namespace function_n ON function_n.oid = function.pronamespace
LEFT JOIN LATERAL (
  SELECT array_agg(t.schema ORDER BY a.place) AS schemas,
         array_agg(t.name ORDER BY a.place) AS names,
         array_agg(t.is_array ORDER BY a.place) AS are_arrays
  FROM unnest(function.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)
  CROSS JOIN LATERAL (SELECT u.* FROM type u WHERE u.oid = a.type OFFSET 0) t
) argument ON function.oid IS NOT NULL
WHERE c.oid >= 16384
  AND source.schema !~ '^pg_temp'
  AND target.schema !~ '^pg_temp'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
ORDER BY source.schema, source.name, source.is_array, target.schema, target.name, target.is_array
