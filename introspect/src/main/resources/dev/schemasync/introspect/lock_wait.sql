-- What the session with the process introspect.pid waits for, and who has it; a process 0 is a
-- prepared transaction.
SELECT coalesce(w.relation::regclass::text, w.locktype) AS wanted,
       b.pid,
       a.usename AS user_name,
       a.application_name AS application,
       extract(epoch FROM clock_timestamp() - a.query_start)::bigint AS seconds
FROM pg_locks w
CROSS JOIN LATERAL (SELECT DISTINCT unnest(pg_blocking_pids(w.pid)) AS pid) b
LEFT JOIN pg_stat_activity a ON a.pid = b.pid
WHERE w.pid = nullif(current_setting('introspect.pid', true), '')::int
  AND NOT w.granted
ORDER BY wanted, b.pid
