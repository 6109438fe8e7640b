-- Foreign servers.
SELECT s.oid,
       s.srvname AS name,
       w.fdwname AS wrapper,
       s.srvtype AS type,
       s.srvversion AS version,
       s.srvoptions AS options,
       pg_get_userbyid(s.srvowner) AS owner
FROM pg_foreign_server s
JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
ORDER BY s.srvname
