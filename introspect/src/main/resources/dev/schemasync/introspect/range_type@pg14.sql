-- Range types; what they bring is in multirange_type.sql and range_constructor.sql.
SELECT t.oid,
       n.nspname AS schema,
       t.typname AS name,
       pg_get_userbyid(t.typowner) AS owner,
       sub_n.nspname AS subtype_schema,
       sub.typname AS subtype_name,
       element.oid IS NOT NULL AS subtype_is_array,
       op_n.nspname AS opclass_schema,
       op.opcname AS opclass_name,
       coll_n.nspname AS collation_schema,
       coll.collname AS collation_name,
       canonical_n.nspname AS canonical_schema,
       canonical.proname AS canonical_name,
       difference_n.nspname AS difference_schema,
       difference.proname AS difference_name,
       multi_n.nspname AS multirange_schema,
       multi.typname AS multirange_name
FROM pg_range r
JOIN pg_type t ON t.oid = r.rngtypid
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type used ON used.oid = r.rngsubtype
LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
JOIN pg_type sub ON sub.oid = coalesce(element.oid, used.oid)
JOIN pg_namespace sub_n ON sub_n.oid = sub.typnamespace
LEFT JOIN pg_collation coll ON coll.oid = r.rngcollation AND r.rngcollation <> used.typcollation
LEFT JOIN pg_namespace coll_n ON coll_n.oid = coll.collnamespace
-- An operator class goes without saying if it is a default one and no other default one is made
-- for exactly this type.
LEFT JOIN pg_opclass op
  ON op.oid = r.rngsubopc
 AND (NOT op.opcdefault
      OR EXISTS (SELECT FROM pg_opclass other
                 WHERE other.opcmethod = op.opcmethod
                   AND other.opcdefault
                   AND other.oid <> op.oid
                   AND other.opcintype = coalesce(nullif(used.typbasetype, 0), used.oid)))
LEFT JOIN pg_namespace op_n ON op_n.oid = op.opcnamespace
LEFT JOIN pg_proc canonical ON canonical.oid = r.rngcanonical
LEFT JOIN pg_namespace canonical_n ON canonical_n.oid = canonical.pronamespace
LEFT JOIN pg_proc difference ON difference.oid = r.rngsubdiff
LEFT JOIN pg_namespace difference_n ON difference_n.oid = difference.pronamespace
JOIN pg_type multi ON multi.oid = r.rngmultitypid
JOIN pg_namespace multi_n ON multi_n.oid = multi.typnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.typname
