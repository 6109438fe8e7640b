-- The roles which the user may make owner of an object.
SELECT r.rolname AS role
FROM pg_roles r
WHERE pg_has_role(r.oid, 'SET')
ORDER BY r.rolname
