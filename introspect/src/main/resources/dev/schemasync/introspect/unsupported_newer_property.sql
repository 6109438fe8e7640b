-- Properties of modelled objects that only newer servers know; those before 14 have none.
SELECT NULL AS catalog,
       NULL::oid AS oid,
       NULL AS on_catalog,
       NULL::oid AS on_oid,
       NULL AS type,
       NULL AS identity
WHERE false
ORDER BY type, identity
