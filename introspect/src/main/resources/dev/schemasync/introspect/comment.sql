-- All comments on what is not of initdb, and on schemas and extensions, of which public and plpgsql
-- are.
SELECT d.classoid::regclass::text AS catalog,
       d.objoid AS oid,
       d.objsubid AS column_number,
       d.description AS comment
FROM pg_description d
WHERE d.objoid >= 16384
   OR d.classoid IN ('pg_namespace'::regclass, 'pg_extension'::regclass)
ORDER BY catalog, oid, column_number
