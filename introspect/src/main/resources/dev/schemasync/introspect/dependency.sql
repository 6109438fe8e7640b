-- Which object refers to which. The rows of initdb refer to nothing that anybody made.
SELECT DISTINCT
       d.classid::regclass::text AS catalog,
       d.objid AS oid,
       d.refclassid::regclass::text AS referenced_catalog,
       d.refobjid AS referenced_oid
FROM pg_depend d
WHERE d.objid >= 16384
  AND d.deptype NOT IN ('e', 'p')
  -- That a column owns a sequence is a fact about the sequence, not a need of it.
  AND NOT (d.deptype IN ('a', 'i')
           AND d.refobjsubid > 0
           AND d.refclassid = 'pg_class'::regclass
           AND d.classid = 'pg_class'::regclass
           AND d.objid IN (SELECT q.seqrelid FROM pg_sequence q))
ORDER BY catalog, oid, referenced_catalog, referenced_oid
