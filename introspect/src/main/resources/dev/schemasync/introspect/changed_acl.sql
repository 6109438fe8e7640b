-- Privileges of objects of the system and of extensions as their difference from those which initdb or
-- CREATE EXTENSION gave (pg_init_privs), and of system columns of tables. initdb makes
-- information_schema after it has filled pg_init_privs: its objects show their privileges to
-- everybody, or to nobody. Schema public is modelled.
WITH granted (classid, objid, subid, acl, kind, owner, privilege, namespace, name) AS (
  SELECT 'pg_class'::regclass, c.oid, 0, c.relacl,
    (CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", c.relowner,
    CASE WHEN c.relnamespace = 'information_schema'::regnamespace THEN 'SELECT' END,
    c.relnamespace, c.relname
  FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, a.attnum, a.attacl, 'c'::"char", c.relowner, NULL,
    c.relnamespace, c.relname
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attacl IS NOT NULL
    OR (c.oid, a.attnum) IN (SELECT i.objoid, i.objsubid FROM pg_init_privs i WHERE i.objsubid > 0)
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 0, p.proacl, 'f'::"char", p.proowner, NULL,
    p.pronamespace, p.proname
  FROM pg_proc p
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, t.typacl, 'T'::"char", t.typowner, NULL,
    t.typnamespace, t.typname
  FROM pg_type t
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspacl, 'n'::"char", n.nspowner,
    CASE n.nspname WHEN 'information_schema' THEN 'USAGE' END, NULL, n.nspname
  FROM pg_namespace n WHERE n.nspname <> 'public'
  UNION ALL
  SELECT 'pg_language'::regclass, l.oid, 0, l.lanacl, 'l'::"char", l.lanowner, NULL, NULL, l.lanname
  FROM pg_language l
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwacl, 'F'::"char", w.fdwowner, NULL,
    NULL, w.fdwname
  FROM pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvacl, 'S'::"char", s.srvowner, NULL,
    NULL, s.srvname
  FROM pg_foreign_server s
),
changed AS (
  SELECT g.*,
    member.refobjid AS extension,
    coalesce(g.acl, acldefault(g.kind, g.owner)) AS now,
    coalesce(
      i.initprivs,
      CASE WHEN g.privilege IS NOT NULL
        THEN acldefault(g.kind, g.owner) || makeaclitem(0, g.owner, g.privilege, false) END,
      acldefault(g.kind, g.owner)) AS initial
  FROM granted g
    LEFT JOIN pg_init_privs i
      ON i.classoid = g.classid AND i.objoid = g.objid AND i.objsubid = g.subid
    LEFT JOIN pg_depend member
      ON member.deptype = 'e' AND member.classid = g.classid AND member.objid = g.objid
  WHERE g.acl IS DISTINCT FROM i.initprivs
    AND (g.objid < 16384 OR member.objid IS NOT NULL OR g.subid < 0)
)
SELECT c.classid::text AS catalog,
       c.objid AS oid,
       CASE c.kind WHEN 'c' THEN 'r' ELSE c.kind END AS kind,
       n.nspname AS object_schema,
       c.name AS object_name,
       argument.schemas AS object_argument_schemas,
       argument.names AS object_argument_names,
       argument.are_arrays AS object_argument_are_arrays,
       a.attname AS column_name,
       -- Who has the server has what comes with it.
       CASE WHEN c.objid >= 16384
         THEN CASE WHEN c.extension IS NULL THEN 'pg_class' ELSE 'pg_extension' END
       END AS bringer_catalog,
       coalesce(c.extension, c.objid) AS bringer_oid,
       entry.granted,
       CASE WHEN entry.grantee <> 0 THEN pg_get_userbyid(entry.grantee) END AS grantee,
       entry.privilege_type AS privilege,
       entry.is_grantable AS grantable,
       CASE WHEN entry.grantor <> c.owner THEN pg_get_userbyid(entry.grantor) END AS grantor
FROM changed c
LEFT JOIN pg_namespace n ON n.oid = c.namespace
LEFT JOIN pg_attribute a
  ON c.subid <> 0 AND a.attrelid = c.objid AND a.attnum = c.subid
-- These are few: OFFSET 0 has each looked up alone, instead of all types joined with all.
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(type_n.nspname::text ORDER BY e.position), '{}') AS schemas,
         coalesce(array_agg(type.typname::text ORDER BY e.position), '{}') AS names,
         coalesce(array_agg(element.oid IS NOT NULL ORDER BY e.position), '{}') AS are_arrays
  FROM pg_proc p
  CROSS JOIN LATERAL unnest(p.proargtypes::oid[]) WITH ORDINALITY AS e (type_oid, position)
  JOIN pg_type used ON used.oid = e.type_oid
  LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
  JOIN pg_type type ON type.oid = coalesce(element.oid, used.oid)
  JOIN pg_namespace type_n ON type_n.oid = type.typnamespace
  WHERE c.kind = 'f' AND p.oid = c.objid
  OFFSET 0
) argument
CROSS JOIN LATERAL (
  SELECT true AS granted, beyond.*
  FROM (SELECT * FROM aclexplode(c.now) EXCEPT SELECT * FROM aclexplode(c.initial)) beyond
  UNION ALL
  SELECT false AS granted, lost.*
  FROM (SELECT * FROM aclexplode(c.initial) EXCEPT SELECT * FROM aclexplode(c.now)) lost
) entry
WHERE coalesce(n.nspname, '') !~ '^pg_(temp|toast)'
ORDER BY kind, object_schema, object_name, object_argument_names, object_argument_schemas,
  column_name, granted, grantee, privilege, grantor
