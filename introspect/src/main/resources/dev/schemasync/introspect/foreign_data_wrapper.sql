-- Foreign-data wrappers.
SELECT w.oid,
       w.fdwname AS name,
       handler_n.nspname AS handler_schema,
       handler.proname AS handler_name,
       validator_n.nspname AS validator_schema,
       validator.proname AS validator_name,
       w.fdwoptions AS options,
       pg_get_userbyid(w.fdwowner) AS owner
FROM pg_foreign_data_wrapper w
LEFT JOIN pg_proc handler ON handler.oid = w.fdwhandler
LEFT JOIN pg_namespace handler_n ON handler_n.oid = handler.pronamespace
LEFT JOIN pg_proc validator ON validator.oid = w.fdwvalidator
LEFT JOIN pg_namespace validator_n ON validator_n.oid = validator.pronamespace
ORDER BY w.fdwname
