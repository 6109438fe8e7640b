-- All comments on what is not of initdb, and on schemas, of which public is.
SELECT d.classoid::regclass::text AS catalog,
       d.objoid AS oid,
       d.objsubid AS column_number,
       d.description AS comment
FROM pg_description d
WHERE d.objoid >= 16384
   OR d.classoid = 'pg_namespace'::regclass
ORDER BY catalog, oid, column_number
