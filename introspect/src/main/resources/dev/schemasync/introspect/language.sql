-- Procedural languages that somebody made. 16384 is the first OID that initdb does not use
-- (FirstNormalObjectId).
SELECT l.oid,
       l.lanname AS name,
       l.lanpltrusted AS trusted,
       handler_n.nspname AS handler_schema,
       handler.proname AS handler_name,
       inline_n.nspname AS inline_schema,
       inline.proname AS inline_name,
       validator_n.nspname AS validator_schema,
       validator.proname AS validator_name,
       pg_get_userbyid(l.lanowner) AS owner
FROM pg_language l
JOIN pg_proc handler ON handler.oid = l.lanplcallfoid
JOIN pg_namespace handler_n ON handler_n.oid = handler.pronamespace
LEFT JOIN pg_proc inline ON inline.oid = l.laninline
LEFT JOIN pg_namespace inline_n ON inline_n.oid = inline.pronamespace
LEFT JOIN pg_proc validator ON validator.oid = l.lanvalidator
LEFT JOIN pg_namespace validator_n ON validator_n.oid = validator.pronamespace
WHERE l.oid >= 16384
ORDER BY l.lanname
