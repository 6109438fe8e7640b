-- What DEPENDS ON EXTENSION.
SELECT d.classid::regclass::text AS catalog,
       d.objid AS oid,
       e.extname AS extension,
       i.identity
FROM pg_depend d
JOIN pg_extension e ON e.oid = d.refobjid
CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
WHERE d.refclassid = 'pg_extension'::regclass
  AND d.deptype = 'x'
ORDER BY e.extname, i.type, i.identity
