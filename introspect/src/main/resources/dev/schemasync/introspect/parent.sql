-- The tables that tables inherit from, in their order. That of a partition is in the row of its table.
SELECT h.inhrelid AS relation_oid,
       n.nspname AS schema,
       p.relname AS name
FROM pg_inherits h
JOIN pg_class c ON c.oid = h.inhrelid
JOIN pg_class p ON p.oid = h.inhparent
JOIN pg_namespace n ON n.oid = p.relnamespace
WHERE c.relkind IN ('r', 'f')
  AND NOT c.relispartition
ORDER BY h.inhrelid, h.inhseqno
