-- Comments and security labels on things that have no place for them in their record.
WITH found (classid, objid, subid, type, suffix) AS (
  SELECT d.classoid, d.objoid, d.objsubid, 'comment', ''
  FROM pg_description d
    LEFT JOIN pg_class c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
    LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
    LEFT JOIN pg_trigger g ON d.classoid = 'pg_trigger'::regclass AND g.oid = d.objoid
    LEFT JOIN pg_type t ON d.classoid = 'pg_type'::regclass AND t.oid = d.objoid
    LEFT JOIN pg_class row ON row.oid = t.typrelid
  WHERE d.objoid >= 16384
    AND (
      c.relkind IN ('S', 'i', 'I') AND d.objsubid <> 0
      OR c.relkind = 't'
      OR k.contype = 't' AND EXISTS (
        SELECT FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgparentid <> 0)
      OR g.tgisinternal OR g.tgparentid <> 0
      OR row.relkind <> 'c'
      OR EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
      -- A range type brings a cast to its multirange type.
      OR d.classoid = 'pg_cast'::regclass AND EXISTS (
        SELECT FROM pg_depend x
        WHERE x.classid = d.classoid AND x.objid = d.objoid AND x.deptype = 'i'))
  UNION ALL
  SELECT s.classoid, s.objoid, s.objsubid, 'security label', ' by ' || s.provider
  FROM pg_seclabel s
)
SELECT NULL AS catalog,
       NULL::oid AS oid,
       f.classid::regclass::text AS on_catalog,
       f.objid AS on_oid,
       f.type || ' on ' || i.type AS type,
       i.identity || f.suffix AS identity
FROM found f
CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, f.subid) i
WHERE coalesce(i.schema, '') !~ '^pg_(temp|toast)'
ORDER BY f.type || ' on ' || i.type, i.identity || f.suffix
