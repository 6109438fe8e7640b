-- Catalog rows that are a part or another face of an object, each with that object's own row.

-- Few columns are generated: to look at the column of each default would take longer.
WITH generated AS MATERIALIZED (
  SELECT a.attrelid, a.attnum FROM pg_attribute a WHERE a.attgenerated <> ''
)
-- An array type is its element.
SELECT 'pg_type' AS catalog, a.oid, 'pg_type' AS object_catalog, a.typelem AS object_oid
FROM pg_type a
JOIN pg_type e ON e.oid = a.typelem AND e.typarray = a.oid
JOIN pg_namespace n ON n.oid = a.typnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
UNION ALL
-- A row type is its relation.
SELECT 'pg_type', t.oid, 'pg_class', c.oid
FROM pg_type t
JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c'
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
UNION ALL
-- But the relation of a stand-alone composite type is that type.
SELECT 'pg_class', c.oid, 'pg_type', c.reltype
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'c'
  AND n.nspname !~ '^(pg_|information_schema$)'
UNION ALL
-- The rule that holds a view's query is the view.
SELECT 'pg_rewrite', r.oid, 'pg_class', r.ev_class
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE r.ev_type = '1'
  AND n.nspname !~ '^(pg_|information_schema$)'
UNION ALL
-- The index behind a constraint is the constraint.
SELECT 'pg_class', o.conindid, 'pg_constraint', o.oid
FROM pg_constraint o
JOIN pg_namespace n ON n.oid = o.connamespace
WHERE o.contype IN ('p', 'u', 'x')
  AND n.nspname !~ '^(pg_|information_schema$)'
UNION ALL
-- The expression of a generated column cannot be told from its table.
SELECT 'pg_attrdef', d.oid, 'pg_class', d.adrelid
FROM pg_attrdef d
JOIN generated a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
UNION ALL
-- A range type brings its multirange type and the functions that make its values.
SELECT d.classid::regclass::text, d.objid, 'pg_type', d.refobjid
FROM pg_depend d
LEFT JOIN pg_type t ON d.classid = 'pg_type'::regclass AND t.oid = d.objid
WHERE d.deptype = 'i'
  AND d.refclassid = 'pg_type'::regclass
  AND (t.typtype = 'm' OR d.classid = 'pg_proc'::regclass)
ORDER BY catalog, oid
