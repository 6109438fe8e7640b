-- What modelled objects can have and their records cannot say. on_classid and on_objid name the
-- object that has it. The name of an internal trigger holds an OID, so those are named by the
-- constraint that they enforce.
WITH relation AS (
  SELECT c.*
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
),
constraint_index AS (
  SELECT x.indexrelid, x.indrelid, x.indisvalid
  FROM pg_index x
    JOIN pg_constraint k ON k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')
    JOIN relation r ON r.oid = x.indrelid
),
constructor AS (
  SELECT p.*, t.oid AS of, t.typname AS of_name, t.typtype AS of_kind,
    coalesce(range.typnamespace, t.typnamespace) AS of_schema
  FROM pg_depend d
    JOIN pg_proc p ON p.oid = d.objid
    JOIN pg_type t ON t.oid = d.refobjid
    -- A multirange type depends on its range type as the function does on it.
    LEFT JOIN pg_depend up
      ON up.classid = 'pg_type'::regclass AND up.objid = t.oid AND t.typtype = 'm'
        AND up.refclassid = 'pg_type'::regclass AND up.deptype = 'i'
    LEFT JOIN pg_type range ON range.oid = up.refobjid
  WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass
    AND d.deptype = 'i' AND d.objid >= 16384
),
found (classid, objid, subid, type, suffix, on_classid, on_objid) AS (
  SELECT 'pg_class'::regclass, x.indexrelid, 0, 'invalid index of a constraint', '',
    'pg_class'::regclass, x.indrelid
  FROM constraint_index x WHERE NOT x.indisvalid
  UNION ALL
  SELECT DISTINCT 'pg_constraint'::regclass, g.tgconstraint, 0,
    CASE g.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always enabled' END
      || ' trigger of a constraint',
    '', 'pg_class'::regclass, g.tgrelid
  FROM pg_trigger g JOIN relation r ON r.oid = g.tgrelid
  WHERE g.tgisinternal AND g.tgconstraint <> 0 AND g.tgenabled <> 'O'
  UNION ALL
  SELECT 'pg_trigger'::regclass, g.oid, 0, 'state of a trigger of a partition', '',
    'pg_class'::regclass, g.tgrelid
  FROM pg_trigger g
    JOIN pg_trigger p ON p.oid = g.tgparentid
    JOIN relation r ON r.oid = g.tgrelid
  WHERE g.tgenabled <> p.tgenabled
    AND NOT EXISTS (
      SELECT FROM pg_constraint k WHERE k.oid = g.tgconstraint AND k.contype <> 't')
  UNION ALL
  -- A range type makes its constructors anew under its own name, and as they were at first.
  SELECT 'pg_proc'::regclass, c.oid, 0, 'name of a constructor',
    ' of ' || (pg_identify_object('pg_type'::regclass, c.of, 0)).identity, 'pg_type'::regclass, c.of
  FROM constructor c
  WHERE (c.proname, c.pronamespace) <> (c.of_name, c.of_schema)
  UNION ALL
  SELECT 'pg_proc'::regclass, c.oid, 0, 'altered constructor',
    ' of ' || (pg_identify_object('pg_type'::regclass, c.of, 0)).identity, 'pg_type'::regclass, c.of
  FROM constructor c
  WHERE c.prosrc !~ '^(range|multirange)_constructor[0-3]$'
    OR c.procost <> 1 OR c.prosupport <> 0 OR c.prosecdef OR c.proleakproof
    OR c.proisstrict <> (c.of_kind = 'm') OR c.provolatile <> 'i' OR c.proparallel <> 's'
    OR c.proconfig IS NOT NULL
  UNION ALL
  SELECT 'pg_class'::regclass, r.oid, 0, 'disabled query of a view', '', 'pg_class'::regclass, r.oid
  FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
  WHERE w.ev_type = '1' AND w.ev_enabled <> 'O'
  UNION ALL
  -- DROP OPERATOR leaves them where the other one names a third.
  SELECT 'pg_operator'::regclass, o.oid, 0, l.type || ' of an operator that is gone', '',
    'pg_operator'::regclass, o.oid
  FROM pg_operator o
    CROSS JOIN LATERAL (VALUES ('commutator', o.oprcom), ('negator', o.oprnegate)) l (type, oid)
  WHERE o.oid >= 16384 AND l.oid <> 0
    AND NOT EXISTS (SELECT FROM pg_operator other WHERE other.oid = l.oid)
)
SELECT NULL AS catalog,
       NULL::oid AS oid,
       f.on_classid::regclass::text AS on_catalog,
       f.on_objid AS on_oid,
       f.type,
       i.identity || f.suffix AS identity
FROM found f
CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, f.subid) i
ORDER BY f.type, i.identity || f.suffix
