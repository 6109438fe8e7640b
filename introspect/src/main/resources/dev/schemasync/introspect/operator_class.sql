-- Operator classes; what belongs to them is in family_operator.sql and family_function.sql.
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
       n.nspname AS schema,
       c.opcname AS name,
       m.amname AS method,
       pg_get_userbyid(c.opcowner) AS owner,
       c.opcdefault AS is_default,
       type.schema AS type_schema,
       type.name AS type_name,
       type.is_array AS type_is_array,
       storage.schema AS storage_schema,
       storage.name AS storage_name,
       storage.is_array AS storage_is_array,
       family_n.nspname AS family_schema,
       family.opfname AS family_name
FROM pg_opclass c
JOIN pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_am m ON m.oid = c.opcmethod
JOIN pg_opfamily family ON family.oid = c.opcfamily
JOIN pg_namespace family_n ON family_n.oid = family.opfnamespace
-- These are few: OFFSET 0 has each type looked up alone, instead of all types joined with all.
CROSS JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = c.opcintype OFFSET 0) type
LEFT JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = c.opckeytype OFFSET 0) storage ON true
WHERE c.oid >= 16384
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.opcname, m.amname
