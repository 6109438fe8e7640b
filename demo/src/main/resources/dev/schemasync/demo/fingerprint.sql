-- Every user object of a database as one line of kind, name and definition. Written for the
-- demonstration alone, from the catalogs and the server's own deparsers, so that it shares no code
-- and no mistakes with what it checks. Run it with an empty search_path: names then come out
-- qualified. Works on PostgreSQL 13 to 18.
WITH member AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), space AS (
    SELECT oid, nspname, nspowner, nspacl
    FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), relation AS (
    SELECT c.*, format('%I.%I', s.nspname, c.relname) AS name
    FROM pg_class c
    JOIN space s ON s.oid = c.relnamespace
    WHERE NOT EXISTS (
        SELECT FROM member WHERE classid = 'pg_class'::regclass AND objid = c.oid)
), type AS (
    SELECT t.*, format('%I.%I', s.nspname, t.typname) AS name
    FROM pg_type t
    JOIN space s ON s.oid = t.typnamespace
    LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typtype IN ('e', 'd', 'r', 'c') AND (c.oid IS NULL OR c.relkind = 'c')
      AND NOT EXISTS (
        SELECT FROM member WHERE classid = 'pg_type'::regclass AND objid = t.oid)
), routine AS (
    SELECT p.*, p.oid::regprocedure::text AS name
    FROM pg_proc p
    JOIN space s ON s.oid = p.pronamespace
    WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (
        SELECT FROM member WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
), attribute AS (
    SELECT r.name || '.' || quote_ident(a.attname) AS name, r.relkind, r.relowner, a.*,
           row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS place
    FROM pg_attribute a
    JOIN relation r ON r.oid = a.attrelid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p', 'v', 'm', 'c')
), acl AS (
    SELECT nspname::text AS name, nspowner AS owner,
           coalesce(nspacl, acldefault('n', nspowner)) AS items FROM space
    UNION ALL
    SELECT name, relowner,
           coalesce(relacl,
               acldefault((CASE relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", relowner))
    FROM relation WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT name, relowner, attacl FROM attribute WHERE attacl IS NOT NULL
    UNION ALL
    SELECT name, proowner, coalesce(proacl, acldefault('f', proowner)) FROM routine
    UNION ALL
    SELECT name, typowner, coalesce(typacl, acldefault('T', typowner)) FROM type
)
SELECT 'schema' AS kind, nspname::text AS name, 'owner ' || nspowner::regrole AS definition
FROM space
UNION ALL
SELECT 'extension', e.extname::text, format('version %s in %s', e.extversion, n.nspname)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
UNION ALL
SELECT 'type', t.name,
       concat_ws(' ', t.typtype, t.typowner::regrole,
           (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
            FROM pg_enum WHERE enumtypid = t.oid),
           CASE WHEN t.typtype = 'd' THEN
               concat_ws(' ', format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
                   t.typcollation)
           END)
FROM type t
UNION ALL
SELECT 'routine', name, pg_get_functiondef(oid) || ' owner ' || proowner::regrole FROM routine
UNION ALL
SELECT 'sequence', r.name,
       concat_ws(' ', format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement, q.seqmin,
           q.seqmax, q.seqcache, q.seqcycle, r.relpersistence, r.relowner::regrole,
           (SELECT pg_describe_object(refclassid, refobjid, refobjsubid) || ' ' || deptype::text
            FROM pg_depend
            WHERE classid = 'pg_class'::regclass AND objid = r.oid AND deptype IN ('a', 'i')))
FROM relation r JOIN pg_sequence q ON q.seqrelid = r.oid
UNION ALL
SELECT 'sequence value', name, coalesce(pg_sequence_last_value(oid)::text, 'not called')
FROM relation WHERE relkind = 'S'
UNION ALL
SELECT 'table', r.name,
       concat_ws(' ', r.relkind, r.relpersistence, r.relowner::regrole, r.relreplident,
           r.relrowsecurity, r.relforcerowsecurity,
           (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(r.reloptions) AS o),
           pg_get_partkeydef(r.oid), i.inhparent::regclass, pg_get_expr(r.relpartbound, r.oid))
FROM relation r LEFT JOIN pg_inherits i ON i.inhrelid = r.oid
WHERE r.relkind IN ('r', 'p')
UNION ALL
SELECT CASE WHEN relkind = 'm' THEN 'materialized view' ELSE 'view' END, name,
       concat_ws(' ', relowner::regrole, relispopulated,
           (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(reloptions) AS o),
           pg_get_viewdef(oid))
FROM relation WHERE relkind IN ('v', 'm')
UNION ALL
SELECT 'column', a.name,
       concat_ws(' ', a.place, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
           a.attgenerated, a.attstorage, to_jsonb(a) ->> 'attcompression',
           nullif(a.attstattarget, -1), a.attcollation::regcollation,
           pg_get_expr(d.adbin, d.adrelid))
FROM attribute a
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
UNION ALL
SELECT 'constraint', coalesce(r.name, t.name) || ': ' || c.conname,
       pg_get_constraintdef(c.oid)
           || CASE WHEN c.convalidated THEN '' ELSE ' NOT VALID' END
FROM pg_constraint c
LEFT JOIN relation r ON r.oid = c.conrelid
LEFT JOIN type t ON t.oid = c.contypid
WHERE (r.oid IS NOT NULL OR t.oid IS NOT NULL) AND c.contype <> 't'
UNION ALL
SELECT 'index', r.name,
       concat_ws(' ', pg_get_indexdef(x.indexrelid), x.indisvalid, x.indisprimary, x.indisunique,
           x.indimmediate, x.indisreplident, x.indisclustered, i.inhparent::regclass)
FROM pg_index x
JOIN relation r ON r.oid = x.indexrelid
LEFT JOIN pg_inherits i ON i.inhrelid = x.indexrelid
UNION ALL
SELECT 'trigger', r.name || ': ' || t.tgname,
       pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal
UNION ALL
SELECT 'comment', i.type || ' ' || i.identity, d.description
FROM pg_description d
CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i
WHERE d.objoid >= 16384 AND NOT EXISTS (
    SELECT FROM member WHERE classid = d.classoid AND objid = d.objoid)
UNION ALL
SELECT 'privilege',
       format('%s on %s to %s', g.privilege_type, a.name,
           CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END),
       CASE WHEN g.is_grantable THEN 'with grant option' ELSE '' END
FROM acl a CROSS JOIN LATERAL aclexplode(a.items) AS g
WHERE g.grantee <> a.owner
UNION ALL
SELECT 'publication', p.pubname::text,
       (to_jsonb(p) - 'oid' - 'pubowner')::text || p.pubowner::regrole
           || coalesce((SELECT string_agg(prrelid::regclass::text, ', ' ORDER BY prrelid::regclass::text)
                        FROM pg_publication_rel WHERE prpubid = p.oid), '')
FROM pg_publication p
ORDER BY kind, name, definition;
