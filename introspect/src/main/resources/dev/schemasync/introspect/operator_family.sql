-- Operator families; what is in them is in family_operator.sql and family_function.sql.
SELECT f.oid,
       n.nspname AS schema,
       f.opfname AS name,
       m.amname AS method,
       pg_get_userbyid(f.opfowner) AS owner
FROM pg_opfamily f
JOIN pg_namespace n ON n.oid = f.opfnamespace
JOIN pg_am m ON m.oid = f.opfmethod
WHERE f.oid >= 16384
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, f.opfname, m.amname
