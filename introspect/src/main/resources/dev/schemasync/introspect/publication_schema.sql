-- The schemas that are named in publications: none before 15.
SELECT NULL::oid AS oid,
       NULL::oid AS publication_oid,
       NULL::name AS name
WHERE false
ORDER BY publication_oid, name
