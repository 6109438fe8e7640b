-- User mappings. Only superusers may read pg_user_mapping; pg_user_mappings tells everybody which there
-- are, and their options to whom hidden, by the same condition, is false.
SELECT m.umid AS oid,
       m.srvname AS server,
       CASE WHEN m.umuser <> 0 THEN m.usename END AS user_name,
       m.umoptions AS options,
       NOT (m.umuser <> 0
              AND m.usename = current_user
              AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE'))
            OR m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
            OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)) AS hidden
FROM pg_user_mappings m
JOIN pg_foreign_server s ON s.oid = m.srvid
ORDER BY m.srvname, m.umuser <> 0, m.usename
