-- Facts about the server, the database and the connected user: one row.
SELECT current_setting('server_version_num')::int AS version,
       d.datname AS database,
       pg_get_userbyid(d.datdba) AS database_owner,
       extract(epoch FROM pg_postmaster_start_time())::text AS started,
       pg_encoding_to_char(d.encoding) AS encoding,
       d.datcollate::text AS collate,
       d.datctype::text AS ctype,
       ARRAY(SELECT rolname::text FROM pg_roles ORDER BY 1) AS roles,
       ARRAY(SELECT rolname::text FROM pg_roles WHERE rolsuper ORDER BY 1) AS superusers,
       ARRAY(SELECT lanname::text FROM pg_language ORDER BY 1) AS languages,
       ARRAY(SELECT lanname::text FROM pg_language WHERE NOT lanpltrusted ORDER BY 1)
         AS untrusted_languages,
       ARRAY(SELECT amname::text FROM pg_am ORDER BY 1) AS access_methods,
       ARRAY(SELECT spcname::text FROM pg_tablespace ORDER BY 1) AS tablespaces,
       current_user AS user_name,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
       has_database_privilege(d.oid, 'CREATE') AS may_create,
       has_database_privilege(d.oid, 'TEMPORARY') AS may_create_temporary,
       ARRAY(SELECT nspname::text
             FROM pg_namespace
             WHERE has_schema_privilege(oid, 'CREATE')
             ORDER BY 1) AS may_create_in,
       current_setting('max_prepared_transactions')::int AS prepared_transactions,
       current_setting('max_locks_per_transaction')::bigint
         * (current_setting('max_connections')::bigint
            + current_setting('max_prepared_transactions')::bigint) AS lock_table,
       pg_is_in_recovery() AS in_recovery,
       current_setting('default_transaction_read_only')::boolean AS read_only
FROM pg_database d
WHERE d.datname = current_database()
ORDER BY d.datname
