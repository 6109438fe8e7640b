-- The operators in operator families, but for those that initdb put there; of a class if one has it.
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
SELECT o.oid,
       o.amopfamily AS family_oid,
       class.oid AS class_oid,
       family_n.nspname AS family_schema,
       family.opfname AS family_name,
       m.amname AS method,
       o.amopstrategy AS number,
       left_type.schema AS left_schema,
       left_type.name AS left_name,
       left_type.is_array AS left_is_array,
       right_type.schema AS right_schema,
       right_type.name AS right_name,
       right_type.is_array AS right_is_array,
       o.amopopr AS operator_oid,
       operator_n.nspname AS operator_schema,
       operator.oprname AS operator_name,
       sort_n.nspname AS sort_family_schema,
       sort.opfname AS sort_family_name
FROM pg_amop o
JOIN pg_opfamily family ON family.oid = o.amopfamily
JOIN pg_namespace family_n ON family_n.oid = family.opfnamespace
JOIN pg_am m ON m.oid = o.amopmethod
JOIN pg_operator operator ON operator.oid = o.amopopr
JOIN pg_namespace operator_n ON operator_n.oid = operator.oprnamespace
LEFT JOIN pg_opfamily sort ON sort.oid = o.amopsortfamily
LEFT JOIN pg_namespace sort_n ON sort_n.oid = sort.opfnamespace
LEFT JOIN pg_depend d ON d.classid = 'pg_amop'::regclass
  AND d.objid = o.oid
  AND d.refclassid = 'pg_opclass'::regclass
LEFT JOIN pg_opclass class ON class.oid = d.refobjid
LEFT JOIN pg_namespace class_n ON class_n.oid = class.opcnamespace
-- These are few: OFFSET 0 has each type looked up alone, instead of all types joined with all.
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = o.amoplefttype OFFSET 0) left_type
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = o.amoprighttype OFFSET 0) right_type
WHERE o.oid >= 16384
  AND (family.oid < 16384 OR family_n.nspname !~ '^(pg_|information_schema$)')
  AND (class.oid IS NULL OR class.oid < 16384 OR class_n.nspname !~ '^(pg_|information_schema$)')
ORDER BY family_n.nspname, family.opfname, m.amname, o.amopstrategy,
  left_type.schema, left_type.name, left_type.is_array,
  right_type.schema, right_type.name, right_type.is_array, o.oid
