-- The elements of partition keys; those without a column are expressions, which stand in the row
-- of their table.
SELECT k.partrelid AS relation_oid,
       a.attname AS column_name,
       coll_n.nspname AS collation_schema,
       coll.collname AS collation_name,
       op_n.nspname AS opclass_schema,
       op.opcname AS opclass_name
FROM pg_partitioned_table k
JOIN pg_class c ON c.oid = k.partrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(k.partattrs::int2[], k.partclass::oid[], k.partcollation::oid[])
  WITH ORDINALITY AS e (attnum, opclass_oid, collation_oid, position)
LEFT JOIN pg_attribute a ON a.attrelid = k.partrelid AND a.attnum = e.attnum AND e.attnum > 0
LEFT JOIN pg_type t ON t.oid = a.atttypid
-- The catalogs do not tell the collation of an expression: its key's is left out only where no
-- column can have brought another one into it.
LEFT JOIN pg_collation coll
  ON coll.oid = e.collation_oid
 AND CASE
       WHEN a.attnum IS NOT NULL THEN e.collation_oid <> a.attcollation
       ELSE e.collation_oid <> 'pg_catalog.default'::regcollation
            OR EXISTS (SELECT FROM pg_attribute o
                       JOIN pg_type ot ON ot.oid = o.atttypid
                       WHERE o.attrelid = k.partrelid
                         AND o.attnum > 0
                         AND o.attcollation <> ot.typcollation)
     END
LEFT JOIN pg_namespace coll_n ON coll_n.oid = coll.collnamespace
-- An operator class goes without saying if it is a default one and no other default one is made
-- for exactly this type.
LEFT JOIN pg_opclass op
  ON op.oid = e.opclass_oid
 AND (NOT op.opcdefault
      OR EXISTS (SELECT FROM pg_opclass other
                 WHERE other.opcmethod = op.opcmethod
                   AND other.opcdefault
                   AND other.oid <> op.oid
                   AND other.opcintype = coalesce(nullif(t.typbasetype, 0), t.oid)))
LEFT JOIN pg_namespace op_n ON op_n.oid = op.opcnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY relation_oid, e.position
