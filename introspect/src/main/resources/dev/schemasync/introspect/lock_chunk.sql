-- Deparsing a query locks every relation in it until the transaction ends. So views, materialized
-- views, bodies of routines, rules and policies are read in chunks of objects whose locks take a
-- quarter of the lock table: here is the last OID of each chunk.
WITH locking AS (
  SELECT 'pg_class' AS catalog, r.ev_class AS oid, 1 + count(DISTINCT d.refobjid) AS locks
  FROM pg_rewrite r
  JOIN pg_depend d
    ON d.classid = 'pg_rewrite'::regclass
   AND d.objid = r.oid
   AND d.refclassid = 'pg_class'::regclass
  WHERE r.ev_type = '1'
  GROUP BY r.ev_class
  UNION ALL
  SELECT 'pg_rewrite', r.oid, 1 + count(DISTINCT d.refobjid)
  FROM pg_rewrite r
  JOIN pg_depend d
    ON d.classid = 'pg_rewrite'::regclass
   AND d.objid = r.oid
   AND d.refclassid = 'pg_class'::regclass
  WHERE r.ev_type <> '1'
  GROUP BY r.oid
  UNION ALL
  SELECT 'pg_proc', d.objid, count(DISTINCT d.refobjid)
  FROM pg_depend d
  WHERE d.classid = 'pg_proc'::regclass
    AND d.refclassid = 'pg_class'::regclass
  GROUP BY d.objid
  UNION ALL
  SELECT 'pg_policy', d.objid, count(DISTINCT d.refobjid)
  FROM pg_depend d
  WHERE d.classid = 'pg_policy'::regclass
    AND d.refclassid = 'pg_class'::regclass
  GROUP BY d.objid
)
SELECT catalog, max(oid) AS upto
FROM (
  SELECT l.catalog,
         l.oid,
         sum(l.locks) OVER (PARTITION BY l.catalog ORDER BY l.oid)::bigint
           / greatest(
               current_setting('max_locks_per_transaction')::bigint
                 * (current_setting('max_connections')::bigint
                    + current_setting('max_prepared_transactions')::bigint) / 4,
               1) AS chunk
  FROM locking l
) chunked
GROUP BY catalog, chunk
ORDER BY catalog, upto
