-- The present values of the sequences that the user may read. These servers read them by OID, and
-- keep no lock. An unlogged one cannot be read on a standby.
SELECT c.oid,
       state.last_value,
       state.is_called,
       permission.granted AS permitted,
       false AS more
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT has_schema_privilege(n.oid, 'USAGE')
           AND has_sequence_privilege(c.oid, 'SELECT') AS granted
) permission
LEFT JOIN LATERAL pg_get_sequence_data(c.oid) state ON permission.granted
WHERE c.relkind = 'S'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
  AND c.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
ORDER BY c.oid
