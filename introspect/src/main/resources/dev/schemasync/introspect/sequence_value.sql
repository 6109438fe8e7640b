-- The present values of the sequences that the user may read. An unlogged one cannot be read on a
-- standby. No function of these servers returns both parts of a value, and a query needs the name:
-- query_to_xml runs one for each sequence without leaving this statement.
SELECT c.oid,
       substring(state.xml FROM '<last_value>(-?[0-9]+)</last_value>')::bigint AS last_value,
       substring(state.xml FROM '<is_called>(true|false)</is_called>')::boolean AS is_called
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT CASE
           WHEN has_schema_privilege(n.oid, 'USAGE')
                AND has_sequence_privilege(c.oid, 'SELECT')
                AND NOT (c.relpersistence = 'u' AND pg_is_in_recovery())
             THEN query_to_xml(
                    format('SELECT last_value, is_called FROM %I.%I', n.nspname, c.relname),
                    false, true, '')::text
         END AS xml
) state
WHERE c.relkind = 'S'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.relname
