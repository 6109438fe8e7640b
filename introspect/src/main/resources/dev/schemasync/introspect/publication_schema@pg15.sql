-- The schemas that are named in publications.
SELECT s.oid,
       s.pnpubid AS publication_oid,
       n.nspname AS name
FROM pg_publication_namespace s
JOIN pg_namespace n ON n.oid = s.pnnspid
ORDER BY s.pnpubid, n.nspname
