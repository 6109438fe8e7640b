-- The functions in operator families, but for those that initdb put there; of a class if one has it.
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
SELECT p.oid,
       p.amprocfamily AS family_oid,
       class.oid AS class_oid,
       family_n.nspname AS family_schema,
       family.opfname AS family_name,
       m.amname AS method,
       p.amprocnum AS number,
       left_type.schema AS left_schema,
       left_type.name AS left_name,
       left_type.is_array AS left_is_array,
       right_type.schema AS right_schema,
       right_type.name AS right_name,
       right_type.is_array AS right_is_array,
       p.amproc::oid AS function_oid,
       function_n.nspname AS function_schema,
       function.proname AS function_name,
       argument.schemas AS function_argument_schemas,
       argument.names AS function_argument_names,
       argument.are_arrays AS function_argument_are_arrays
FROM pg_amproc p
JOIN pg_opfamily family ON family.oid = p.amprocfamily
JOIN pg_namespace family_n ON family_n.oid = family.opfnamespace
JOIN pg_am m ON m.oid = family.opfmethod
JOIN pg_proc function ON function.oid = p.amproc
JOIN pg_namespace function_n ON function_n.oid = function.pronamespace
LEFT JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass
  AND d.objid = p.oid
  AND d.refclassid = 'pg_opclass'::regclass
LEFT JOIN pg_opclass class ON class.oid = d.refobjid
LEFT JOIN pg_namespace class_n ON class_n.oid = class.opcnamespace
-- These are few: OFFSET 0 has each type looked up alone, instead of all types joined with all.
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = p.amproclefttype OFFSET 0) left_type
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = p.amprocrighttype OFFSET 0) right_type
CROSS JOIN LATERAL (
  SELECT array_agg(t.schema ORDER BY a.place) AS schemas,
         array_agg(t.name ORDER BY a.place) AS names,
         array_agg(t.is_array ORDER BY a.place) AS are_arrays
  FROM unnest(function.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)
  CROSS JOIN LATERAL (SELECT u.* FROM type u WHERE u.oid = a.type OFFSET 0) t
) argument
WHERE p.oid >= 16384
  AND (family.oid < 16384 OR family_n.nspname !~ '^(pg_|information_schema$)')
  AND (class.oid IS NULL OR class.oid < 16384 OR class_n.nspname !~ '^(pg_|information_schema$)')
ORDER BY family_n.nspname, family.opfname, m.amname, p.amprocnum,
  left_type.schema, left_type.name, left_type.is_array,
  right_type.schema, right_type.name, right_type.is_array, p.oid
