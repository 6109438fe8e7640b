-- Access methods that somebody made. 16384 is the first OID that initdb does not use
-- (FirstNormalObjectId).
SELECT m.oid,
       m.amname AS name,
       m.amtype AS type,
       handler_n.nspname AS handler_schema,
       handler.proname AS handler_name
FROM pg_am m
JOIN pg_proc handler ON handler.oid = m.amhandler
JOIN pg_namespace handler_n ON handler_n.oid = handler.pronamespace
WHERE m.oid >= 16384
ORDER BY m.amname
