-- Functions and procedures, without those that a range type brings along.
SELECT p.oid,
       n.nspname AS schema,
       p.proname AS name,
       p.prokind AS kind,
       pg_get_userbyid(p.proowner) AS owner,
       l.lanname AS language,
       p.prosrc AS source,
       p.probin AS library,
       NULL::text AS sql_body,
       result_n.nspname AS type_schema,
       result.typname AS type_name,
       element.oid IS NOT NULL AS type_is_array,
       p.proretset AS returns_set,
       p.provolatile AS volatility,
       p.proisstrict AS strict,
       p.proleakproof AS leakproof,
       p.prosecdef AS security_definer,
       p.proparallel AS parallel,
       p.procost AS cost,
       p.prorows AS rows,
       support_n.nspname AS support_schema,
       support.proname AS support_name,
       p.proconfig AS settings
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
JOIN pg_type returned ON returned.oid = p.prorettype
LEFT JOIN pg_type element ON element.oid = returned.typelem AND element.typarray = returned.oid
JOIN pg_type result ON result.oid = coalesce(element.oid, returned.oid)
JOIN pg_namespace result_n ON result_n.oid = result.typnamespace
LEFT JOIN pg_proc support ON support.oid = p.prosupport
LEFT JOIN pg_namespace support_n ON support_n.oid = support.pronamespace
WHERE p.prokind <> 'a'
  AND n.nspname !~ '^(pg_|information_schema$)'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass
                    AND d.objid = p.oid
                    AND d.deptype = 'i')
  AND p.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
  AND p.oid <= coalesce(nullif(current_setting('introspect.upto', true), ''), '4294967295')::oid
ORDER BY n.nspname, p.proname, p.oid
