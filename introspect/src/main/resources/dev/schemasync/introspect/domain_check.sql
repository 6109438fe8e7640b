-- The checks of domains. NOT NULL, which has a row of its own from 17 on, is told by the domain.
SELECT o.oid,
       o.contypid AS domain_oid,
       o.conname AS name,
       pg_get_expr(o.conbin, 0) AS expression,
       o.convalidated AS validated
FROM pg_constraint o
JOIN pg_namespace n ON n.oid = o.connamespace
WHERE o.contypid <> 0
  AND o.contype = 'c'
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY o.contypid, o.conname
