-- Access control lists of every kind of object, as their difference from what the server gives a
-- new object of that kind and owner.
WITH acl AS (
  SELECT 'pg_class' AS catalog,
         c.oid,
         0 AS column_number,
         c.relowner AS owner,
         c.relacl AS held,
         acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS standard
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relacl IS NOT NULL
    AND n.nspname !~ '^(pg_|information_schema$)'
  UNION ALL
  SELECT 'pg_class', a.attrelid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE a.attacl IS NOT NULL
    AND n.nspname !~ '^(pg_|information_schema$)'
  UNION ALL
  SELECT 'pg_namespace', n.oid, 0, n.nspowner, n.nspacl, acldefault('n', n.nspowner)
  FROM pg_namespace n
  WHERE n.nspacl IS NOT NULL
    AND n.nspname !~ '^(pg_|information_schema$)'
  UNION ALL
  SELECT 'pg_proc', p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.proacl IS NOT NULL
    AND n.nspname !~ '^(pg_|information_schema$)'
  UNION ALL
  SELECT 'pg_type', t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typacl IS NOT NULL
    AND n.nspname !~ '^(pg_|information_schema$)'
  UNION ALL
  SELECT 'pg_language', l.oid, 0, l.lanowner, l.lanacl, acldefault('l', l.lanowner)
  FROM pg_language l
  WHERE l.lanacl IS NOT NULL
  UNION ALL
  SELECT 'pg_foreign_data_wrapper', w.oid, 0, w.fdwowner, w.fdwacl, acldefault('F', w.fdwowner)
  FROM pg_foreign_data_wrapper w
  WHERE w.fdwacl IS NOT NULL
  UNION ALL
  SELECT 'pg_foreign_server', s.oid, 0, s.srvowner, s.srvacl, acldefault('S', s.srvowner)
  FROM pg_foreign_server s
  WHERE s.srvacl IS NOT NULL
  UNION ALL
  -- Those of all schemas begin with what PostgreSQL gives, those of one with nothing, like a column's.
  SELECT 'pg_default_acl', d.oid, 0, d.defaclrole, d.defaclacl,
    acldefault(
      CASE
        WHEN d.defaclnamespace <> 0 THEN 'c'
        WHEN d.defaclobjtype = 'S' THEN 's'
        ELSE d.defaclobjtype
      END::"char",
      d.defaclrole)
  FROM pg_default_acl d
)
SELECT acl.catalog,
       acl.oid,
       acl.column_number,
       entry.granted,
       CASE WHEN entry.grantee <> 0 THEN pg_get_userbyid(entry.grantee) END AS grantee,
       entry.privilege_type AS privilege,
       entry.is_grantable AS grantable,
       CASE WHEN entry.grantor <> acl.owner THEN pg_get_userbyid(entry.grantor) END AS grantor
FROM acl
CROSS JOIN LATERAL (
  SELECT true AS granted, beyond.*
  FROM (SELECT * FROM aclexplode(acl.held) EXCEPT SELECT * FROM aclexplode(acl.standard)) beyond
  UNION ALL
  SELECT false AS granted, lost.*
  FROM (SELECT * FROM aclexplode(acl.standard) EXCEPT SELECT * FROM aclexplode(acl.held)) lost
) entry
ORDER BY catalog, oid, column_number, granted, grantee, privilege, grantor
