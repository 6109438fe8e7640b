-- The functions that range types bring along, those of their multirange types among them, which
-- are in the schema of the range type too; their arguments are in routine_argument.sql. One that
-- somebody has renamed or moved cannot be made so.
SELECT p.oid,
       n.nspname AS schema,
       p.proname AS name,
       range_n.nspname AS range_schema,
       range.typname AS range_name,
       pg_get_userbyid(p.proowner) AS owner
FROM pg_depend d
JOIN pg_proc p ON p.oid = d.objid
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_type t ON t.oid = d.refobjid
-- A multirange type depends on its range type as the function does on it.
LEFT JOIN pg_depend up
  ON up.classid = 'pg_type'::regclass
 AND up.objid = t.oid
 AND up.refclassid = 'pg_type'::regclass
 AND up.deptype = 'i'
JOIN pg_type range ON range.oid = coalesce(up.refobjid, t.oid)
JOIN pg_namespace range_n ON range_n.oid = range.typnamespace
WHERE d.classid = 'pg_proc'::regclass
  AND d.refclassid = 'pg_type'::regclass
  AND d.deptype = 'i'
  AND p.proname = t.typname
  AND p.pronamespace = range.typnamespace
  AND range_n.nspname !~ '^(pg_|information_schema$)'
ORDER BY p.oid
