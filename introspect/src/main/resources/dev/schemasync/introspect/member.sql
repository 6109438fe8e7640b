-- The members of extensions, each with its extension.
SELECT d.classid::regclass::text AS catalog,
       d.objid AS oid,
       e.extname AS extension
FROM pg_depend d
JOIN pg_extension e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass
  AND d.deptype = 'e'
ORDER BY e.extname, catalog, oid
