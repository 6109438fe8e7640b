-- The columns of indexes that no key made, in their order, with what compares those of an exclusion
-- constraint.
SELECT i.indexrelid AS relation_oid,
       e.position AS number,
       e.position <= i.indnkeyatts AS is_key,
       a.attname AS column_name,
       CASE WHEN e.attnum = 0 THEN pg_get_indexdef(i.indexrelid, e.position::int, false) END
         AS expression,
       coll_n.nspname AS collation_schema,
       coll.collname AS collation_name,
       op_n.nspname AS opclass_schema,
       op.opcname AS opclass_name,
       own.attoptions AS opclass_parameters,
       coalesce(e.flags & 1, 0) <> 0 AS is_descending,
       coalesce(e.flags & 2, 0) <> 0 AS nulls_first,
       operator_n.nspname AS operator_schema,
       operator.oprname AS operator_name,
       CASE WHEN own.attstattarget >= 0 THEN own.attstattarget END AS statistics_target
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute own ON own.attrelid = i.indexrelid
-- These vectors begin at 0; only the first is as long as the index has columns.
CROSS JOIN LATERAL (
  SELECT own.attnum AS position,
         i.indkey[own.attnum - 1] AS attnum,
         i.indclass[own.attnum - 1] AS opclass_oid,
         i.indcollation[own.attnum - 1] AS collation_oid,
         i.indoption[own.attnum - 1] AS flags
) e
LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = e.attnum AND e.attnum <> 0
JOIN pg_type t ON t.oid = coalesce(a.atttypid, own.atttypid)
-- The catalogs do not tell the collation of an expression: its key's is left out only where no
-- column can have brought another one into it.
LEFT JOIN pg_collation coll
  ON coll.oid = e.collation_oid
 AND CASE
       WHEN a.attnum IS NOT NULL THEN e.collation_oid <> a.attcollation
       ELSE e.collation_oid <> t.typcollation
            OR EXISTS (SELECT FROM pg_attribute o
                       JOIN pg_type ot ON ot.oid = o.atttypid
                       WHERE o.attrelid = i.indrelid
                         AND o.attnum > 0
                         AND o.attcollation <> ot.typcollation)
     END
LEFT JOIN pg_namespace coll_n ON coll_n.oid = coll.collnamespace
-- An operator class goes without saying if it is a default one and no other default one is made
-- for exactly this type. Of an expression, the type is known only if the index stores it as it is.
LEFT JOIN pg_opclass op
  ON op.oid = e.opclass_oid
 AND (NOT op.opcdefault
      OR own.attoptions IS NOT NULL
      OR (a.attnum IS NOT NULL OR op.opckeytype = 0)
         AND op.opcintype <> coalesce(nullif(t.typbasetype, 0), t.oid)
         AND (op.opcmethod, coalesce(nullif(t.typbasetype, 0), t.oid))
               IN (SELECT other.opcmethod, other.opcintype
                   FROM pg_opclass other
                   WHERE other.opcdefault))
LEFT JOIN pg_namespace op_n ON op_n.oid = op.opcnamespace
LEFT JOIN pg_constraint exclusion ON exclusion.conindid = i.indexrelid AND exclusion.contype = 'x'
LEFT JOIN pg_operator operator ON operator.oid = exclusion.conexclop[e.position]
LEFT JOIN pg_namespace operator_n ON operator_n.oid = operator.oprnamespace
WHERE NOT EXISTS (SELECT FROM pg_constraint o
                  WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u'))
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY relation_oid, number
