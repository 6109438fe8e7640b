-- Properties of modelled objects, and constraints of modelled kinds that have no record of their own
-- for them, that only newer servers know.
WITH found (classid, objid, subid, type, on_objid) AS (
  SELECT 'pg_class'::regclass, h.inhrelid, 0, 'pending detachment of a partition', h.inhrelid
  FROM pg_inherits h WHERE h.inhdetachpending
  UNION ALL
  -- A partition's copy of a foreign key is not read, so neither is a state that is not the parent's.
  SELECT 'pg_constraint'::regclass, k.oid, 0, 'validated foreign key of a partition', k.conrelid
  FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
  WHERE k.contype = 'f' AND k.conrelid <> p.conrelid AND k.convalidated AND NOT p.convalidated
)
SELECT CASE WHEN f.classid = 'pg_constraint'::regclass THEN 'pg_constraint' END AS catalog,
       CASE WHEN f.classid = 'pg_constraint'::regclass THEN f.objid END AS oid,
       'pg_class' AS on_catalog,
       f.on_objid AS on_oid,
       f.type,
       i.identity
FROM found f
CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, f.subid) i
ORDER BY f.type, i.identity
