-- What the user's new objects get where ALTER DEFAULT PRIVILEGES says more or less than PostgreSQL, as
-- the difference from what PostgreSQL gives. What is said of one schema adds to what is said of all,
-- so a schema's rows are the sum; one that ends up as PostgreSQL has it gives a row without privilege.
-- Two entries for one grantee and privilege become one, grantable if either is.
WITH mine AS (
  SELECT d.defaclnamespace AS schema_oid,
         d.defaclobjtype AS target,
         d.defaclacl AS acl,
         acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)
           AS standard
  FROM pg_default_acl d
  JOIN pg_roles r ON r.oid = d.defaclrole
  WHERE r.rolname = current_user
    AND d.defaclobjtype IN ('r', 'S', 'f', 'T', 'n')
),
effective AS (
  SELECT m.schema_oid, m.target, m.standard, m.acl AS held FROM mine m WHERE m.schema_oid = 0
  UNION ALL
  SELECT m.schema_oid, m.target, m.standard, coalesce(g.acl, m.standard) || m.acl
  FROM mine m
  LEFT JOIN mine g ON g.schema_oid = 0 AND g.target = m.target
  WHERE m.schema_oid <> 0
)
SELECT n.nspname AS schema,
       e.target,
       entry.granted,
       CASE WHEN entry.grantee <> 0 THEN pg_get_userbyid(entry.grantee) END AS grantee,
       entry.privilege_type AS privilege,
       entry.is_grantable AS grantable,
       NULL AS grantor
FROM effective e
LEFT JOIN pg_namespace n ON n.oid = e.schema_oid
LEFT JOIN LATERAL (
  WITH held AS (
    SELECT x.grantee, x.privilege_type, bool_or(x.is_grantable) AS is_grantable
    FROM aclexplode(e.held) x
    GROUP BY x.grantee, x.privilege_type
  ),
  standard AS (
    SELECT x.grantee, x.privilege_type, x.is_grantable FROM aclexplode(e.standard) x
  )
  SELECT true AS granted, beyond.* FROM (TABLE held EXCEPT TABLE standard) beyond
  UNION ALL
  SELECT false AS granted, lost.* FROM (TABLE standard EXCEPT TABLE held) lost
) entry ON true
ORDER BY schema, target, granted, grantee, privilege
