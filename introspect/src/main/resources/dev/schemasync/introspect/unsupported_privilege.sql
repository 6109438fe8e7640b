-- Privileges of objects of the system and of extensions that differ from those which initdb or
-- CREATE EXTENSION gave (pg_init_privs). initdb makes information_schema after it has filled
-- pg_init_privs: its objects show their privileges to everybody, or to nobody. Schema public is
-- modelled.
WITH granted (classid, objid, subid, acl, kind, owner, privilege) AS (
  SELECT 'pg_class'::regclass, c.oid, 0, c.relacl,
    (CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", c.relowner,
    CASE WHEN c.relnamespace = 'information_schema'::regnamespace THEN 'SELECT' END
  FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, a.attnum, a.attacl, 'c'::"char", c.relowner, NULL
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attacl IS NOT NULL
    OR (c.oid, a.attnum) IN (SELECT i.objoid, i.objsubid FROM pg_init_privs i WHERE i.objsubid > 0)
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 0, p.proacl, 'f'::"char", p.proowner, NULL FROM pg_proc p
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, t.typacl, 'T'::"char", t.typowner, NULL FROM pg_type t
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspacl, 'n'::"char", n.nspowner,
    CASE n.nspname WHEN 'information_schema' THEN 'USAGE' END
  FROM pg_namespace n WHERE n.nspname <> 'public'
  UNION ALL
  SELECT 'pg_language'::regclass, l.oid, 0, l.lanacl, 'l'::"char", l.lanowner, NULL FROM pg_language l
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwacl, 'F'::"char", w.fdwowner, NULL
  FROM pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvacl, 'S'::"char", s.srvowner, NULL
  FROM pg_foreign_server s
),
changed AS (
  SELECT g.*, coalesce(g.acl, acldefault(g.kind, g.owner)) AS now,
    coalesce(
      i.initprivs,
      CASE WHEN g.privilege IS NOT NULL
        THEN acldefault(g.kind, g.owner) || makeaclitem(0, g.owner, g.privilege, false) END,
      acldefault(g.kind, g.owner)) AS initial
  FROM granted g
    LEFT JOIN pg_init_privs i
      ON i.classoid = g.classid AND i.objoid = g.objid AND i.objsubid = g.subid
  WHERE g.acl IS DISTINCT FROM i.initprivs
    AND (g.objid < 16384 OR EXISTS (
      SELECT FROM pg_depend d
      WHERE d.deptype = 'e' AND d.classid = g.classid AND d.objid = g.objid))
)
SELECT NULL AS catalog,
       NULL::oid AS oid,
       NULL AS on_catalog,
       NULL::oid AS on_oid,
       'privileges on ' || i.type AS type,
       i.identity,
       NULL AS effect
FROM changed c
CROSS JOIN LATERAL pg_identify_object(c.classid, c.objid, c.subid) i
WHERE NOT (c.now @> c.initial AND c.initial @> c.now)
ORDER BY 'privileges on ' || i.type, i.identity
