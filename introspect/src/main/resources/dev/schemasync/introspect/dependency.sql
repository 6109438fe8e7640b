-- Which object refers to which, and to which of its columns (0: none). The rows of initdb refer to
-- nothing that anybody made.
SELECT d.classid::regclass::text AS catalog,
       d.objid AS oid,
       d.refclassid::regclass::text AS referenced_catalog,
       d.refobjid AS referenced_oid,
       d.refobjsubid AS referenced_number
FROM (
  SELECT d.classid, d.objid, d.refclassid, d.refobjid, d.refobjsubid
  FROM pg_depend d
  WHERE d.objid >= 16384
    AND d.deptype NOT IN ('e', 'p')
    -- Such a trigger is the server's own, by which it enforces the constraint.
    AND NOT (d.deptype = 'i'
             AND d.classid = 'pg_trigger'::regclass
             AND d.refclassid = 'pg_constraint'::regclass)
    -- A row type is another face of its relation, an array or multirange type of its element: they
    -- need nothing else.
    AND NOT (d.deptype = 'i'
             AND d.classid = 'pg_type'::regclass
             AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass))
    -- That a column owns a sequence is a fact about the sequence, not a need of it.
    AND NOT (d.deptype IN ('a', 'i')
             AND d.refobjsubid > 0
             AND d.refclassid = 'pg_class'::regclass
             AND d.classid = 'pg_class'::regclass
             AND d.objid IN (SELECT q.seqrelid FROM pg_sequence q))
  UNION
  -- pg_depend knows the transforms of what a routine takes and returns only.
  SELECT 'pg_proc'::regclass::oid, p.oid, 'pg_transform'::regclass::oid, t.oid, 0
  FROM pg_proc p
  JOIN pg_transform t ON t.trflang = p.prolang AND t.trftype = ANY (p.protrftypes)
) d
ORDER BY d.classid, d.objid, d.refclassid, d.refobjid, d.refobjsubid
