-- Objects of kinds that have no record. 16384 is the first OID that initdb does not use
-- (FirstNormalObjectId). on_classid and on_objid name the object that this one belongs to, if any:
-- what belongs to a member of an extension comes with the extension.
-- An OID of pg_subscription is not readable for all on every version, and nothing depends on one.
WITH relation AS (
  SELECT c.oid, c.relkind
  FROM pg_class c
  WHERE c.relpersistence <> 't' AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
),
found (classid, objid, type, on_classid, on_objid) AS (
  SELECT 'pg_operator'::regclass, o.oid, 'operator in a system schema', NULL::oid, NULL::oid
  FROM pg_operator o
  WHERE o.oid >= 16384
    AND o.oprnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT 'pg_opclass'::regclass, o.oid, 'operator class in a system schema', NULL, NULL
  FROM pg_opclass o
  WHERE o.oid >= 16384
    AND o.opcnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT 'pg_opfamily'::regclass, o.oid, 'operator family in a system schema', NULL, NULL
  FROM pg_opfamily o
  WHERE o.oid >= 16384
    AND o.opfnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  -- Between an extension and itself, the system or another extension: it added those by itself that
  -- came in a transaction that gave an extension something.
  SELECT i.classid, i.oid, i.noun || ' added to an operator family by hand', NULL, NULL
  FROM (
    SELECT 'pg_amop'::regclass, o.oid, o.xmin, 'operator', o.amopfamily,
      'pg_operator'::regclass, o.amopopr
    FROM pg_amop o
    UNION ALL
    SELECT 'pg_amproc'::regclass, p.oid, p.xmin, 'function', p.amprocfamily,
      'pg_proc'::regclass, p.amproc::oid
    FROM pg_amproc p
  ) i (classid, oid, made, noun, family, of_classid, of_objid)
  LEFT JOIN pg_depend family ON family.classid = 'pg_opfamily'::regclass
    AND family.objid = i.family
    AND family.deptype = 'e'
  LEFT JOIN pg_depend item ON item.classid = i.of_classid
    AND item.objid = i.of_objid
    AND item.deptype = 'e'
  WHERE i.oid >= 16384
    AND (family.objid IS NOT NULL AND (item.objid IS NOT NULL OR i.of_objid < 16384)
      OR i.family < 16384 AND item.objid IS NOT NULL)
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = i.classid AND d.objid = i.oid AND d.refclassid = 'pg_opclass'::regclass)
    AND i.made NOT IN (
      SELECT d.xmin FROM pg_depend d WHERE d.deptype = 'e'
      UNION ALL
      SELECT e.xmin FROM pg_extension e)
  UNION ALL
  SELECT 'pg_conversion'::regclass, c.oid, 'conversion in a system schema', NULL, NULL
  FROM pg_conversion c
  WHERE c.oid >= 16384
    AND c.connamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT 'pg_collation'::regclass, c.oid, 'collation of another encoding', NULL, NULL
  FROM pg_collation c
  WHERE c.oid >= 16384
    AND c.collnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    AND c.collencoding NOT IN (-1, pg_char_to_encoding(getdatabaseencoding()))
  UNION ALL
  -- Written into the catalog: no command sets the state of a view's rule.
  SELECT 'pg_rewrite'::regclass, w.oid, 'rule of a view with a state', 'pg_class'::regclass, r.oid
  FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
  WHERE w.oid >= 16384 AND w.ev_type <> '1' AND w.ev_enabled <> 'O' AND r.relkind = 'v'
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, s.oid, 'extended statistics in a system schema',
    'pg_class'::regclass, r.oid
  FROM pg_statistic_ext s JOIN relation r ON r.oid = s.stxrelid JOIN pg_class c ON c.oid = r.oid
  WHERE s.oid >= 16384
    AND ('pg_catalog'::regnamespace IN (s.stxnamespace, c.relnamespace)
      OR 'information_schema'::regnamespace IN (s.stxnamespace, c.relnamespace))
  UNION ALL
  -- Made by a superuser inside a schema of the system.
  SELECT 'pg_class'::regclass, c.oid, 'relation in a system schema', NULL, NULL
  FROM pg_class c
  WHERE c.oid >= 16384 AND c.relpersistence <> 't' AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    AND c.relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT 'pg_collation'::regclass, c.oid, 'collation in a system schema', NULL, NULL
  FROM pg_collation c
  WHERE c.oid >= 16384
    AND c.collnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 'routine in a system schema', NULL, NULL
  FROM pg_proc p
  WHERE p.oid >= 16384
    AND p.pronamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 'type in a system schema', NULL, NULL
  FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE t.oid >= 16384
    AND (t.typtype IN ('d', 'e', 'p', 'r') OR c.relkind = 'c'
         OR t.typtype = 'b' AND t.typinput <> 'pg_catalog.array_in'::regproc)
    AND t.typnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION ALL
  SELECT s.classid, s.oid, s.noun || ' in a system schema', NULL, NULL
  FROM (
    SELECT 'pg_ts_parser'::regclass, p.oid, 'text search parser', p.prsnamespace
    FROM pg_ts_parser p
    UNION ALL
    SELECT 'pg_ts_template'::regclass, t.oid, 'text search template', t.tmplnamespace
    FROM pg_ts_template t
    UNION ALL
    SELECT 'pg_ts_dict'::regclass, d.oid, 'text search dictionary', d.dictnamespace
    FROM pg_ts_dict d
    UNION ALL
    SELECT 'pg_ts_config'::regclass, c.oid, 'text search configuration', c.cfgnamespace
    FROM pg_ts_config c
  ) s (classid, oid, noun, namespace)
  WHERE s.oid >= 16384
    AND s.namespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
)
SELECT f.classid::text AS catalog,
       f.objid AS oid,
       f.on_classid::regclass::text AS on_catalog,
       f.on_objid AS on_oid,
       f.type,
       i.identity
FROM found f
CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, 0) i
WHERE coalesce(i.schema, '') !~ '^pg_(temp|toast)'
ORDER BY f.type, i.identity
