-- Functions such as pg_get_expr look up what is committed when they are called, not what the snapshot
-- of their transaction sees. This tells the rows of the catalogs that they look into which the
-- snapshot sees but somebody has replaced or deleted since, or is about to. With introspect.since, a
-- snapshot taken before, it tells the rows as they are now that were made, or are being replaced,
-- since then: a row that is not among these, though it was among the former, is no more what it was.
-- What is locked, rolled back or replaced by its like (TRUNCATE and REFRESH change the row of a table)
-- is in both. content has only what those functions print.
-- New rows make no difference: nothing that the snapshot sees refers to them. Temporary objects and
-- TOAST tables come and go and are not read. VACUUM and ANALYZE write in place.
-- xmin and xmax are the lower halves of transaction numbers; the upper one is that which brings them
-- nearest to the present.
-- A role's row is hidden from most users, but its name can be compared.
WITH version (
  catalog, of_catalog, oid, key, namespace, relation, content, made_by, replaced_by
) AS NOT MATERIALIZED (
  SELECT 'pg_class', 'pg_class', x.oid, x.oid::text, x.relnamespace, NULL::oid,
    concat_ws(' ', x.relkind, x.relispartition, x.relnatts, x.relname, x.relnamespace), x.xmin, x.xmax FROM pg_class x
  UNION ALL
  SELECT 'pg_attribute', 'pg_class', x.attrelid, x.attrelid || '.' || x.attnum, NULL, x.attrelid,
    concat_ws(' ', x.attisdropped, x.atttypid, x.atttypmod, x.attcollation, x.attname), x.xmin, x.xmax FROM pg_attribute x
  UNION ALL
  SELECT 'pg_attrdef', 'pg_class', x.adrelid, x.oid::text, NULL, x.adrelid,
    x::text, x.xmin, x.xmax FROM pg_attrdef x
  UNION ALL
  SELECT 'pg_index', 'pg_class', x.indrelid, x.indexrelid::text, NULL, x.indrelid,
    concat_ws(' ', x.indkey, x.indclass, x.indexprs), x.xmin, x.xmax FROM pg_index x
  UNION ALL
  SELECT 'pg_inherits', 'pg_class', x.inhrelid, x.inhrelid || '.' || x.inhparent, NULL, x.inhrelid,
    '', x.xmin, x.xmax FROM pg_inherits x
  UNION ALL
  SELECT 'pg_rewrite', 'pg_class', x.ev_class, x.oid::text, NULL, x.ev_class,
    x::text, x.xmin, x.xmax FROM pg_rewrite x
  UNION ALL
  SELECT 'pg_trigger', 'pg_class', x.tgrelid, x.oid::text, NULL, x.tgrelid,
    x::text, x.xmin, x.xmax FROM pg_trigger x
  UNION ALL
  SELECT 'pg_policy', 'pg_class', x.polrelid, x.oid::text, NULL, x.polrelid,
    x::text, x.xmin, x.xmax FROM pg_policy x
  UNION ALL
  SELECT 'pg_statistic_ext', 'pg_class', x.stxrelid, x.oid::text, x.stxnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_statistic_ext x
  UNION ALL
  SELECT 'pg_constraint', 'pg_constraint', x.oid, x.oid::text, x.connamespace, NULL,
    concat_ws(' ', x.conrelid, x.contypid, x.conname), x.xmin, x.xmax FROM pg_constraint x
  UNION ALL
  SELECT 'pg_type', 'pg_type', x.oid, x.oid::text, x.typnamespace, NULL,
    concat_ws(' ', x.typtype, x.typrelid, x.typelem, x.typarray, x.typbasetype, x.typname), x.xmin, x.xmax FROM pg_type x
  UNION ALL
  SELECT 'pg_enum', 'pg_type', x.enumtypid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_enum x
  UNION ALL
  SELECT 'pg_proc', 'pg_proc', x.oid, x.oid::text, x.pronamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_proc x
  UNION ALL
  SELECT 'pg_namespace', 'pg_namespace', x.oid, x.oid::text, x.oid, NULL,
    x.nspname, x.xmin, x.xmax FROM pg_namespace x
  UNION ALL
  SELECT 'pg_collation', 'pg_collation', x.oid, x.oid::text, x.collnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_collation x
  UNION ALL
  SELECT 'pg_conversion', 'pg_conversion', x.oid, x.oid::text, x.connamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_conversion x
  UNION ALL
  SELECT 'pg_operator', 'pg_operator', x.oid, x.oid::text, x.oprnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_operator x
  UNION ALL
  SELECT 'pg_opclass', 'pg_opclass', x.oid, x.oid::text, x.opcnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_opclass x
  UNION ALL
  SELECT 'pg_opfamily', 'pg_opfamily', x.oid, x.oid::text, x.opfnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_opfamily x
  UNION ALL
  SELECT 'pg_ts_config', 'pg_ts_config', x.oid, x.oid::text, x.cfgnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_ts_config x
  UNION ALL
  SELECT 'pg_ts_dict', 'pg_ts_dict', x.oid, x.oid::text, x.dictnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_ts_dict x
  UNION ALL
  SELECT 'pg_ts_parser', 'pg_ts_parser', x.oid, x.oid::text, x.prsnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_ts_parser x
  UNION ALL
  SELECT 'pg_ts_template', 'pg_ts_template', x.oid, x.oid::text, x.tmplnamespace, NULL,
    x::text, x.xmin, x.xmax FROM pg_ts_template x
  UNION ALL
  SELECT 'pg_am', 'pg_am', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_am x
  UNION ALL
  SELECT 'pg_amop', 'pg_amop', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_amop x
  UNION ALL
  SELECT 'pg_amproc', 'pg_amproc', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_amproc x
  UNION ALL
  SELECT 'pg_cast', 'pg_cast', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_cast x
  UNION ALL
  SELECT 'pg_default_acl', 'pg_default_acl', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_default_acl x
  UNION ALL
  SELECT 'pg_event_trigger', 'pg_event_trigger', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_event_trigger x
  UNION ALL
  SELECT 'pg_extension', 'pg_extension', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_extension x
  UNION ALL
  SELECT 'pg_foreign_data_wrapper', 'pg_foreign_data_wrapper', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_foreign_data_wrapper x
  UNION ALL
  SELECT 'pg_foreign_server', 'pg_foreign_server', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_foreign_server x
  UNION ALL
  SELECT 'pg_language', 'pg_language', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_language x
  UNION ALL
  SELECT 'pg_publication', 'pg_publication', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_publication x
  UNION ALL
  SELECT 'pg_transform', 'pg_transform', x.oid, x.oid::text, NULL, NULL,
    x::text, x.xmin, x.xmax FROM pg_transform x
)
SELECT v.catalog,
       v.of_catalog,
       v.oid,
       v.key,
       v.content,
       pg_current_snapshot()::text AS snapshot
FROM version v
LEFT JOIN pg_class c ON c.oid = v.relation
LEFT JOIN pg_namespace n ON n.oid = coalesce(v.namespace, c.relnamespace)
CROSS JOIN (
  SELECT nullif(current_setting('introspect.since', true), '')::pg_snapshot AS since,
         pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS latest
) present
WHERE (v.replaced_by <> 0 AND NOT pg_visible_in_snapshot(
         (latest + ((v.replaced_by::text::bigint - latest) % 4294967296 + 6442450944) % 4294967296
            - 2147483648)::text::xid8,
         coalesce(since, pg_current_snapshot()))
       OR since IS NOT NULL AND NOT pg_visible_in_snapshot(
         (latest + ((v.made_by::text::bigint - latest) % 4294967296 + 6442450944) % 4294967296
            - 2147483648)::text::xid8,
         since))
  AND coalesce(n.nspname, '') !~ '^pg_(toast|temp)'
UNION ALL
SELECT 'pg_authid', 'pg_authid', r.oid, r.oid::text, r.rolname::text, pg_current_snapshot()::text
FROM pg_roles r
WHERE pg_get_userbyid(r.oid) <> r.rolname
ORDER BY catalog, key
