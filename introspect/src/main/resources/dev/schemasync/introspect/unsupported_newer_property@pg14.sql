-- Properties of modelled objects that only newer servers know.
WITH found (classid, objid, subid, type, on_objid) AS (
  SELECT 'pg_class'::regclass, h.inhrelid, 0, 'pending detachment of a partition', h.inhrelid
  FROM pg_inherits h WHERE h.inhdetachpending
)
SELECT NULL AS catalog,
       NULL::oid AS oid,
       'pg_class' AS on_catalog,
       f.on_objid AS on_oid,
       f.type,
       i.identity
FROM found f
CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, f.subid) i
ORDER BY f.type, i.identity
