-- Every user object of a database as the server itself describes it, in lines of kind, name and
-- definition: an independent judge of a copy, which shares no code with what made it. recreate is a
-- statement that makes the same thing again from what is printed of it, where that may print in other
-- words the next time. For a session with an empty search_path; PostgreSQL 13 to 18.
WITH member AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
),
space AS (
  SELECT * FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
),
relation AS (
  SELECT c.*, format('%I.%I', s.nspname, c.relname) AS name
  FROM pg_class c JOIN space s ON s.oid = c.relnamespace
  WHERE c.relpersistence <> 't'
    AND ('pg_class'::regclass, c.oid) NOT IN (SELECT * FROM member)
),
type AS (
  SELECT t.*, format('%I.%I', s.nspname, t.typname) AS name
  FROM pg_type t JOIN space s ON s.oid = t.typnamespace
    LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE (c.oid IS NULL OR c.relkind = 'c')
    AND t.oid NOT IN (SELECT e.typarray FROM pg_type e)
    AND ('pg_type'::regclass, t.oid) NOT IN (SELECT * FROM member)
),
routine AS (
  SELECT p.*, p.oid::regprocedure::text AS name
  FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
  WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT * FROM member)
),
attribute AS (
  SELECT r.name || '.' || quote_ident(a.attname) AS name, r.name AS relation, r.relkind, r.relowner,
    a.*, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS place
  FROM pg_attribute a JOIN relation r ON r.oid = a.attrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p', 'v', 'm', 'c')
),
acl (name, items) AS (
  SELECT 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner)) FROM space
  UNION ALL
  SELECT 'relation ' || name, coalesce(relacl,
    acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
  FROM relation WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT 'column ' || name, attacl FROM attribute WHERE attacl IS NOT NULL
  UNION ALL
  SELECT 'routine ' || name, coalesce(proacl, acldefault('f', proowner)) FROM routine
  UNION ALL
  SELECT 'type ' || name, coalesce(typacl, acldefault('T', typowner)) FROM type
  UNION ALL
  SELECT 'wrapper ' || quote_ident(fdwname), coalesce(fdwacl, acldefault('F', fdwowner))
  FROM pg_foreign_data_wrapper
  WHERE ('pg_foreign_data_wrapper'::regclass, oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'server ' || quote_ident(srvname), coalesce(srvacl, acldefault('S', srvowner))
  FROM pg_foreign_server
  WHERE ('pg_foreign_server'::regclass, oid) NOT IN (SELECT * FROM member)
),
line (kind, name, definition, recreate) AS (
  SELECT 'schema', quote_ident(nspname), 'owner ' || nspowner::regrole, NULL FROM space
  UNION ALL
  SELECT 'extension', quote_ident(e.extname), format('%s in %I', e.extversion, n.nspname), NULL
  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
  UNION ALL
  SELECT 'type', t.name,
    concat_ws(' ', t.typtype, t.typowner::regrole,
      (SELECT string_agg(quote_literal(l.enumlabel), ', ' ORDER BY l.enumsortorder)
       FROM pg_enum l WHERE l.enumtypid = t.oid),
      CASE WHEN t.typtype = 'd' THEN
        concat_ws(' ', format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
          t.typcollation::regcollation)
      END,
      CASE WHEN t.typtype IN ('b', 'r') THEN
        concat_ws(' ', t.typlen, t.typbyval, t.typcategory, t.typispreferred, t.typdelim,
          t.typelem::regtype, t.typinput::regproc, t.typoutput::regproc, t.typreceive::regproc,
          t.typsend::regproc, t.typmodin::regproc, t.typmodout::regproc, t.typanalyze::regproc,
          (to_jsonb(t) ->> 'typsubscript'), t.typalign, t.typstorage, t.typcollation::regcollation,
          t.typdefault)
      END,
      g.definition),
    CASE WHEN t.typtype = 'd' AND t.typdefault IS NOT NULL THEN
      format('ALTER DOMAIN %s SET DEFAULT %s', t.name, t.typdefault)
    END
  FROM type t
    LEFT JOIN LATERAL (
      SELECT concat_ws(' ', r.rngsubtype::regtype, r.rngcollation::regcollation,
        (SELECT format('%I.%I', s.nspname, o.opcname)
         FROM pg_opclass o JOIN pg_namespace s ON s.oid = o.opcnamespace WHERE o.oid = r.rngsubopc),
        r.rngcanonical::regproc, r.rngsubdiff::regproc,
        (SELECT format('%I.%I', s.nspname, m.typname)
         FROM pg_type m JOIN pg_namespace s ON s.oid = m.typnamespace
         WHERE m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid)) AS definition
      FROM pg_range r WHERE r.rngtypid = t.oid) g ON true
  UNION ALL
  SELECT 'collation', format('%I.%I', s.nspname, c.collname),
    concat_ws(' ', c.collowner::regrole, c.collprovider, c.collisdeterministic,
      coalesce(to_jsonb(c) ->> 'collcollate', '-'), coalesce(to_jsonb(c) ->> 'collctype', '-'),
      to_jsonb(c) ->> 'colliculocale', to_jsonb(c) ->> 'colllocale',
      'rules ' || (to_jsonb(c) ->> 'collicurules')),
    NULL
  FROM pg_collation c JOIN space s ON s.oid = c.collnamespace
  WHERE ('pg_collation'::regclass, c.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'routine', p.name,
    concat_ws(' ', p.prokind, p.proowner::regrole,
      CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END, to_jsonb(a) - 'aggfnoid'),
    CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END
  FROM routine p
    LEFT JOIN LATERAL (
      SELECT g.aggfnoid, g.aggkind, g.aggnumdirectargs, g.aggtransfn::regproc, g.aggfinalfn::regproc,
        g.aggcombinefn::regproc, g.aggserialfn::regproc, g.aggdeserialfn::regproc,
        g.aggmtransfn::regproc, g.aggminvtransfn::regproc, g.aggmfinalfn::regproc, g.aggfinalextra,
        g.aggmfinalextra, g.aggfinalmodify, g.aggmfinalmodify, g.aggsortop::regoperator,
        g.aggtranstype::regtype, g.aggtransspace, g.aggmtranstype::regtype, g.aggmtransspace,
        g.agginitval, g.aggminitval, p.proparallel, pg_get_function_arguments(p.oid)
      FROM pg_aggregate g WHERE g.aggfnoid = p.oid) a ON true
  UNION ALL
  SELECT 'sequence', r.name,
    concat_ws(' ', format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement, q.seqmin, q.seqmax,
      q.seqcache, q.seqcycle, r.relpersistence, r.relowner::regrole,
      -- Both columns, since a value that was not handed out yet may have been set as well.
      (xpath('/row/v/text()', query_to_xml(
        format('SELECT concat(''value '', last_value, '' called '', is_called) AS v FROM %s',
          r.oid::regclass), false, true, '')))[1],
      (SELECT pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid) || ' ' || d.deptype::text
       FROM pg_depend d
       WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i'))),
    NULL
  FROM relation r JOIN pg_sequence q ON q.seqrelid = r.oid
  UNION ALL
  SELECT 'table', r.name,
    concat_ws(' ', r.relkind, r.relpersistence, r.relowner::regrole, r.relreplident,
      r.relrowsecurity, r.relforcerowsecurity,
      (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(r.reloptions) o),
      (SELECT 'toast ' || string_agg(o, ', ' ORDER BY o) FROM unnest(t.reloptions) o),
      m.amname, s.spcname, pg_get_partkeydef(r.oid),
      (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
       FROM pg_inherits i WHERE i.inhrelid = r.oid),
      pg_get_expr(r.relpartbound, r.oid)),
    NULL
  FROM relation r
    LEFT JOIN pg_class t ON t.oid = r.reltoastrelid
    LEFT JOIN pg_am m ON m.oid = r.relam
    LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace
  WHERE r.relkind IN ('r', 'p')
  UNION ALL
  SELECT CASE r.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END, r.name,
    concat_ws(' ', r.relowner::regrole, r.relispopulated,
      (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(r.reloptions) o),
      m.amname, s.spcname, pg_get_viewdef(r.oid)),
    CASE r.relkind WHEN 'v' THEN
      format('CREATE OR REPLACE VIEW %s AS %s', r.name, pg_get_viewdef(r.oid))
    END
  FROM relation r
    LEFT JOIN pg_am m ON m.oid = r.relam
    LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace
  WHERE r.relkind IN ('v', 'm')
  UNION ALL
  SELECT 'column', a.name,
    concat_ws(' ', a.place, a.attislocal, a.attinhcount, format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.attidentity,
      a.attgenerated, a.attstorage, to_jsonb(a) ->> 'attcompression',
      nullif(a.attstattarget, -1), a.attcollation::regcollation,
      (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(a.attoptions) o
        WHERE o !~ '^pg_attver='),
      pg_get_expr(d.adbin, d.adrelid)),
    CASE WHEN a.attgenerated = '' AND d.adbin IS NOT NULL AND a.relkind IN ('r', 'p') THEN
      format('ALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s',
        a.relation, a.attname, pg_get_expr(d.adbin, d.adrelid))
    END
  FROM attribute a
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  -- What a partition has of its parent's foreign keys is the server's own, name and all.
  SELECT 'constraint', coalesce(r.name, t.name) || ': ' || c.conname,
    concat_ws(' ', pg_get_constraintdef(c.oid), c.convalidated, c.conislocal, c.coninhcount),
    CASE
      WHEN c.contype = 'c' AND r.oid IS NOT NULL THEN
        format('ALTER TABLE %1$s DROP CONSTRAINT %2$I; ALTER TABLE %1$s ADD CONSTRAINT %2$I %3$s',
          r.name, c.conname, pg_get_constraintdef(c.oid))
      -- Not validated: arrays of a domain in a table forbid that.
      WHEN c.contype = 'c' AND c.convalidated THEN
        format('ALTER DOMAIN %1$s DROP CONSTRAINT %2$I;'
            || ' ALTER DOMAIN %1$s ADD CONSTRAINT %2$I %3$s NOT VALID;'
            || ' UPDATE pg_catalog.pg_constraint SET convalidated = true'
            || ' WHERE contypid = %4$L::regtype AND conname = %5$L',
          t.name, c.conname, pg_get_constraintdef(c.oid), t.name, c.conname)
    END
  FROM pg_constraint c
    LEFT JOIN relation r ON r.oid = c.conrelid
    LEFT JOIN type t ON t.oid = c.contypid
  WHERE (r.oid IS NOT NULL OR t.oid IS NOT NULL) AND c.contype <> 't'
    AND NOT (c.contype = 'f' AND c.conparentid <> 0)
  UNION ALL
  SELECT 'index', r.name,
    concat_ws(' ', pg_get_indexdef(x.indexrelid), x.indisvalid, x.indisprimary, x.indisunique,
      x.indimmediate, x.indisreplident, x.indisclustered, i.inhparent::regclass,
      (SELECT string_agg(a.attnum || ' ' || a.attstattarget, ', ' ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attstattarget >= 0),
      s.spcname),
    CASE WHEN i.inhparent IS NULL AND r.relkind = 'i' AND k.oid IS NULL THEN
      format('DROP INDEX %s; %s', r.name, pg_get_indexdef(x.indexrelid))
    END
  FROM pg_index x
    JOIN relation r ON r.oid = x.indexrelid
    LEFT JOIN pg_inherits i ON i.inhrelid = x.indexrelid
    LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace
    LEFT JOIN pg_constraint k ON k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')
  UNION ALL
  SELECT 'trigger', r.name || ': ' || t.tgname,
    pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text,
    CASE WHEN t.tgparentid = 0 THEN
      format('DROP TRIGGER %I ON %s; %s; ALTER TABLE ONLY %s %s TRIGGER %I',
        t.tgname, r.name, pg_get_triggerdef(t.oid), r.name,
        CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
          WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END,
        t.tgname)
    END
  FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
  WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'statistics', format('%I.%I', n.nspname, s.stxname),
    concat_ws(' ', pg_get_statisticsobjdef(s.oid), nullif(s.stxstattarget, -1), pg_get_userbyid(s.stxowner)),
    format('DROP STATISTICS %I.%I; %s', n.nspname, s.stxname, pg_get_statisticsobjdef(s.oid))
  FROM pg_statistic_ext s JOIN relation r ON r.oid = s.stxrelid JOIN pg_namespace n ON n.oid = s.stxnamespace
  UNION ALL
  SELECT 'rule', r.name || ': ' || w.rulename,
    pg_get_ruledef(w.oid) || ' enabled ' || w.ev_enabled::text,
    regexp_replace(pg_get_ruledef(w.oid), '^CREATE ', 'CREATE OR REPLACE ')
  FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
  WHERE w.rulename <> '_RETURN'
  UNION ALL
  SELECT 'policy', r.name || ': ' || p.polname,
    concat_ws(' ', p.polpermissive, p.polcmd,
      (SELECT string_agg(CASE o WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(o) END, ', ' ORDER BY o)
       FROM unnest(p.polroles) o),
      'using', pg_get_expr(p.polqual, p.polrelid),
      'check', pg_get_expr(p.polwithcheck, p.polrelid)),
    format('ALTER POLICY %I ON %s', p.polname, r.name)
      || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
  UNION ALL
  SELECT 'comment', i.type || ' ' || i.identity, d.description, NULL
  FROM pg_description d
    CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
  WHERE (d.objoid >= 16384 OR i.type IN ('schema', 'extension'))
    AND (d.classoid, d.objoid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'privilege',
    format('%s on %s to %s', g.privilege_type, a.name,
      CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END),
    CASE WHEN bool_or(g.is_grantable) THEN 'with grant option' ELSE '' END, NULL
  FROM acl a CROSS JOIN LATERAL aclexplode(a.items) g
  GROUP BY g.privilege_type, a.name, g.grantee
  UNION ALL
  SELECT 'text search parser', format('%I.%I', s.nspname, p.prsname),
    concat_ws(' ', p.prsstart::oid::regprocedure, p.prstoken::oid::regprocedure,
      p.prsend::oid::regprocedure, 'headline ' || p.prsheadline::oid::regprocedure,
      p.prslextype::oid::regprocedure),
    NULL
  FROM pg_ts_parser p JOIN space s ON s.oid = p.prsnamespace
  WHERE ('pg_ts_parser'::regclass, p.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'text search template', format('%I.%I', s.nspname, t.tmplname),
    concat_ws(' ', 'init ' || t.tmplinit::oid::regprocedure, t.tmpllexize::oid::regprocedure), NULL
  FROM pg_ts_template t JOIN space s ON s.oid = t.tmplnamespace
  WHERE ('pg_ts_template'::regclass, t.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'text search dictionary', d.oid::regdictionary::text,
    concat_ws(' ', d.dictowner::regrole,
      (pg_identify_object('pg_ts_template'::regclass, d.dicttemplate, 0)).identity,
      d.dictinitoption),
    NULL
  FROM pg_ts_dict d JOIN space s ON s.oid = d.dictnamespace
  WHERE ('pg_ts_dict'::regclass, d.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'text search configuration', c.oid::regconfig::text,
    concat_ws(' ', c.cfgowner::regrole,
      (pg_identify_object('pg_ts_parser'::regclass, c.cfgparser, 0)).identity,
      (SELECT string_agg(format('%s %s %s', m.maptokentype, m.mapseqno, m.mapdict::regdictionary),
         ', ' ORDER BY m.maptokentype, m.mapseqno)
       FROM pg_ts_config_map m WHERE m.mapcfg = c.oid)),
    NULL
  FROM pg_ts_config c JOIN space s ON s.oid = c.cfgnamespace
  WHERE ('pg_ts_config'::regclass, c.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  -- Shells as well: who owns them, and who names them.
  SELECT 'operator', o.oid::regoperator::text,
    concat_ws(' ', o.oprowner::regrole, o.oprcode, o.oprresult::regtype, o.oprcom::regoperator,
      o.oprnegate::regoperator, o.oprrest, o.oprjoin, o.oprcanhash, o.oprcanmerge),
    NULL
  FROM pg_operator o JOIN space s ON s.oid = o.oprnamespace
  WHERE ('pg_operator'::regclass, o.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'operator family', i.identity, f.opfowner::regrole::text, NULL
  FROM pg_opfamily f JOIN space s ON s.oid = f.opfnamespace
    CROSS JOIN LATERAL pg_identify_object('pg_opfamily'::regclass, f.oid, 0) i
  WHERE ('pg_opfamily'::regclass, f.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'operator class', i.identity,
    concat_ws(' ', c.opcowner::regrole, c.opcdefault, c.opcintype::regtype, c.opckeytype::regtype,
      (pg_identify_object('pg_opfamily'::regclass, c.opcfamily, 0)).identity),
    NULL
  FROM pg_opclass c JOIN space s ON s.oid = c.opcnamespace
    CROSS JOIN LATERAL pg_identify_object('pg_opclass'::regclass, c.oid, 0) i
  WHERE ('pg_opclass'::regclass, c.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  -- With what goes when a class or a family is dropped, and what that takes along.
  SELECT 'member of an operator family', i.identity,
    concat_ws(' ', o.amopopr::regoperator, p.amproc::oid::regprocedure, o.amoppurpose,
      'by ' || (pg_identify_object('pg_opfamily'::regclass, nullif(o.amopsortfamily, 0), 0)).identity,
      (SELECT string_agg(concat(d.deptype, ' ', pg_describe_object(d.refclassid, d.refobjid, 0)), ', '
         ORDER BY d.refclassid, pg_describe_object(d.refclassid, d.refobjid, 0))
       FROM pg_depend d WHERE d.classid = m.classid AND d.objid = m.oid)),
    NULL
  FROM (SELECT 'pg_amop'::regclass AS classid, o.oid FROM pg_amop o WHERE o.oid >= 16384
      UNION ALL SELECT 'pg_amproc'::regclass, p.oid FROM pg_amproc p WHERE p.oid >= 16384) m
    LEFT JOIN pg_amop o ON m.classid = 'pg_amop'::regclass AND o.oid = m.oid
    LEFT JOIN pg_amproc p ON m.classid = 'pg_amproc'::regclass AND p.oid = m.oid
    CROSS JOIN LATERAL pg_identify_object(m.classid, m.oid, 0) i
  UNION ALL
  SELECT 'cast', i.identity,
    concat_ws(' ', c.castmethod, c.castcontext, nullif(c.castfunc, 0)::regprocedure), NULL
  FROM pg_cast c CROSS JOIN LATERAL pg_identify_object('pg_cast'::regclass, c.oid, 0) i
  WHERE c.oid >= 16384 AND ('pg_cast'::regclass, c.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'foreign-data wrapper', quote_ident(w.fdwname),
    concat_ws(' ', w.fdwowner::regrole, 'handler ' || nullif(w.fdwhandler, 0)::regprocedure,
      'validator ' || nullif(w.fdwvalidator, 0)::regprocedure, w.fdwoptions),
    NULL
  FROM pg_foreign_data_wrapper w
  WHERE ('pg_foreign_data_wrapper'::regclass, w.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'foreign server', quote_ident(s.srvname),
    concat_ws(' ', s.srvowner::regrole, quote_ident(w.fdwname), quote_nullable(s.srvtype),
      quote_nullable(s.srvversion), s.srvoptions),
    NULL
  FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
  WHERE ('pg_foreign_server'::regclass, s.oid) NOT IN (SELECT * FROM member)
  UNION ALL
  SELECT 'user mapping', format('%I on %I', m.usename, m.srvname),
    concat_ws(' ', m.umuser::regrole, m.umoptions), NULL
  FROM pg_user_mappings m
  UNION ALL
  SELECT 'publication', quote_ident(p.pubname),
    concat_ws(' ', p.pubowner::regrole, to_jsonb(p) - 'oid' - 'pubowner',
      (SELECT string_agg(to_jsonb(t)::text, ', ' ORDER BY t.schemaname, t.tablename)
       FROM pg_publication_tables t WHERE t.pubname = p.pubname)),
    NULL
  FROM pg_publication p
  UNION ALL
  SELECT 'default privileges',
    concat_ws(' ', d.defaclrole::regrole, nullif(d.defaclnamespace, 0)::regnamespace,
      d.defaclobjtype),
    (SELECT string_agg(item::text, ', ' ORDER BY item::text) FROM unnest(d.defaclacl) item),
    NULL
  FROM pg_default_acl d
  UNION ALL
  SELECT 'tie', concat_ws(' ', e.extname, d.deptype, i.type, i.identity), '', NULL
  FROM pg_depend d
  JOIN pg_extension e ON e.oid = d.refobjid
  CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
  WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype IN ('e', 'x')
  UNION ALL
  -- All privileges on members of extensions and on system columns, and on what came with the server
  -- where they are not those that it came with.
  SELECT 'privileges', concat_ws(' ', i.type, i.identity),
    (SELECT string_agg(item::text, ', ' ORDER BY item::text) FROM unnest(a.acl) item), NULL
  FROM (
    SELECT 'pg_class'::regclass, oid, 0, relacl FROM pg_class
    UNION ALL
    SELECT 'pg_class'::regclass, attrelid, attnum, attacl FROM pg_attribute
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, 0, proacl FROM pg_proc
    UNION ALL
    SELECT 'pg_type'::regclass, oid, 0, typacl FROM pg_type
    UNION ALL
    SELECT 'pg_namespace'::regclass, oid, 0, nspacl FROM pg_namespace WHERE nspname <> 'public'
    UNION ALL
    SELECT 'pg_language'::regclass, oid, 0, lanacl FROM pg_language
    UNION ALL
    SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0, fdwacl FROM pg_foreign_data_wrapper
  ) a (classid, objid, subid, acl)
  CROSS JOIN LATERAL pg_identify_object(a.classid, a.objid, a.subid) i
  WHERE (a.objid < 16384 OR a.subid < 0 OR (a.classid, a.objid) IN (SELECT * FROM member))
    AND a.acl IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM pg_init_privs p
      WHERE p.objoid < 16384 AND (p.classoid, p.objoid, p.objsubid) = (a.classid, a.objid, a.subid)
        AND p.initprivs @> a.acl AND a.acl @> p.initprivs)
)
SELECT kind, name, definition, recreate
FROM line
ORDER BY kind, name, definition
