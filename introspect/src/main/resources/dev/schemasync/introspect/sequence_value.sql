-- The present values of the sequences that the user may read, a chunk at a time: those with OIDs
-- beyond introspect.after. No function of these servers reads one without a lock that lasts until
-- the transaction ends, so a chunk takes a quarter of the lock table at most. An unlogged one cannot
-- be read on a standby.
-- pg_sequence_last_value reads by OID, but says nothing of a sequence that was not called. Only a
-- query by name does. What stands under the name when it runs may be another relation, of an owner
-- who wants our rights; the server must promise not to follow a view or a foreign table (it does
-- where it knows restrict_nonsystem_relation_kind, which the session sets). query_to_xml runs one
-- for each sequence without leaving this statement.
SELECT c.oid,
       coalesce(by_oid.last_value,
                substring(by_name.xml FROM '<last_value>(-?[0-9]+)</last_value>')::bigint)
         AS last_value,
       by_oid.last_value IS NOT NULL
         OR substring(by_name.xml FROM '<is_called>(true|false)</is_called>')::boolean AS is_called,
       c.permitted,
       c.more
FROM (
  SELECT c.oid,
         permission.granted AS permitted,
         permission.granted
           AND NOT (c.relpersistence = 'u' AND pg_is_in_recovery()) AS readable,
         row_number() OVER (ORDER BY c.oid) <= chunk.size AS taken,
         count(*) OVER () > chunk.size AS more
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (
    SELECT has_schema_privilege(n.oid, 'USAGE')
             AND has_sequence_privilege(c.oid, 'SELECT') AS granted
  ) permission
  CROSS JOIN (
    SELECT greatest(
             current_setting('max_locks_per_transaction')::bigint
               * (current_setting('max_connections')::bigint
                  + current_setting('max_prepared_transactions')::bigint) / 4,
             1) AS size
  ) chunk
  WHERE c.relkind = 'S'
    AND c.relpersistence <> 't'
    AND n.nspname !~ '^(pg_|information_schema$)'
    AND c.oid > coalesce(nullif(current_setting('introspect.after', true), ''), '0')::oid
) c
CROSS JOIN LATERAL (
  SELECT CASE WHEN c.readable THEN pg_sequence_last_value(c.oid) END AS last_value
) by_oid
CROSS JOIN LATERAL (
  SELECT CASE
           WHEN by_oid.last_value IS NULL
                AND c.readable
                AND current_setting('restrict_nonsystem_relation_kind', true)
                      = 'view, foreign-table'
             THEN query_to_xml(
                    format('SELECT last_value, is_called FROM %s', c.oid::regclass),
                    false, true, '')::text
         END AS xml
) by_name
WHERE c.taken
ORDER BY c.oid
