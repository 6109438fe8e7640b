-- Default privileges; what they say is among the other access control lists.
SELECT d.oid,
       pg_get_userbyid(d.defaclrole) AS owner,
       n.nspname AS schema,
       d.defaclobjtype AS target
FROM pg_default_acl d
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
ORDER BY owner, schema NULLS FIRST, target
