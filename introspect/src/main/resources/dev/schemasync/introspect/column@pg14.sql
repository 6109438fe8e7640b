-- The columns of tables, views, materialized views and composite types, in their order.
SELECT a.attrelid AS relation_oid,
       a.attnum AS number,
       a.attname AS name,
       base_n.nspname AS type_schema,
       base.typname AS type_name,
       element.oid IS NOT NULL AS type_is_array,
       a.atttypmod AS type_modifier,
       -- What the type's own output function makes of the modifier, or else the number that it is.
       CASE
         WHEN a.atttypmod >= 0 AND base_n.nspname <> 'pg_catalog'
           THEN string_to_array(
                  left(substr(format_type(base.oid, a.atttypmod),
                              length(format_type(base.oid, NULL)) + 2),
                       -1),
                  ',')
       END AS type_arguments,
       coll_n.nspname AS collation_schema,
       coll.collname AS collation_name,
       a.attnotnull AS not_null,
       not_null.oid AS not_null_oid,
       not_null.conname AS not_null_name,
       coalesce(not_null.connoinherit, false) AS not_null_no_inherit,
       -- A partition's are its parent's, whatever they were before it was attached.
       coalesce(not_null.conislocal, true) OR c.relispartition AS not_null_local,
       coalesce(not_null.convalidated, true) AS not_null_validated,
       def.oid AS default_oid,
       pg_get_expr(def.adbin, def.adrelid) AS expression,
       a.attgenerated AS generated,
       a.attidentity AS identity,
       sequence.schema AS sequence_schema,
       sequence.name AS sequence_name,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
       a.attcompression AS compression,
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics_target,
       -- pg_attver is the server's own mark, which minor releases since the end of 2026 keep there.
       CASE
         WHEN a.attoptions IS NOT NULL
           THEN ARRAY(SELECT o FROM unnest(a.attoptions) o WHERE o !~ '^pg_attver=')
       END AS options,
       a.attfdwoptions AS foreign_options,
       a.attislocal OR c.relispartition AS local
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_type element ON element.oid = t.typelem AND element.typarray = t.oid
JOIN pg_type base ON base.oid = coalesce(element.oid, t.oid)
JOIN pg_namespace base_n ON base_n.oid = base.typnamespace
LEFT JOIN pg_collation coll ON coll.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_namespace coll_n ON coll_n.oid = coll.collnamespace
LEFT JOIN pg_attrdef def ON def.adrelid = a.attrelid AND def.adnum = a.attnum AND a.atthasdef
-- Servers before 18 have no such rows of tables.
LEFT JOIN pg_constraint not_null
  ON not_null.conrelid = a.attrelid
 AND not_null.contype = 'n'
 AND not_null.conkey[1] = a.attnum
-- A partition shares the identity sequence of its root (servers from 17).
LEFT JOIN (
  SELECT i.attrelid, i.attnum, own.schema, own.name
  FROM pg_attribute i
  CROSS JOIN LATERAL (
    SELECT seq_n.nspname AS schema, seq.relname AS name
    FROM pg_attribute o
    JOIN pg_depend d
      ON d.refclassid = 'pg_class'::regclass
     AND d.refobjid = o.attrelid
     AND d.refobjsubid = o.attnum
     AND d.classid = 'pg_class'::regclass
     AND d.deptype = 'i'
    JOIN pg_class seq ON seq.oid = d.objid AND seq.relkind = 'S'
    JOIN pg_namespace seq_n ON seq_n.oid = seq.relnamespace
    WHERE o.attname = i.attname
      AND o.attrelid IN (i.attrelid, pg_partition_root(i.attrelid))
    ORDER BY o.attrelid <> i.attrelid
    LIMIT 1
  ) own
  WHERE i.attidentity <> ''
) sequence ON sequence.attrelid = a.attrelid AND sequence.attnum = a.attnum
WHERE a.attnum > 0
  AND NOT a.attisdropped
  AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY a.attrelid, a.attnum
