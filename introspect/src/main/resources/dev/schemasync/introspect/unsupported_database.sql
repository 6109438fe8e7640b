-- What belongs to the database as a whole. Values of settings are left out: they may be secrets.
SELECT NULL AS catalog,
       NULL::oid AS oid,
       NULL AS on_catalog,
       NULL::oid AS on_oid,
       f.type,
       f.identity
FROM (
  SELECT 'setting of the database' AS type,
    split_part(p.setting, '=', 1)
      || CASE WHEN s.setrole = 0 THEN '' ELSE ' for role ' || s.setrole::regrole END AS identity
  FROM pg_db_role_setting s
    JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
    CROSS JOIN LATERAL unnest(s.setconfig) p (setting)
  UNION ALL
  SELECT 'subscription', quote_ident(s.subname)
  FROM pg_subscription s
    JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()
) f
ORDER BY f.type, f.identity
