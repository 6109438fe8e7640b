-- Multirange types, which servers before 14 do not have.
SELECT NULL::oid AS oid,
       NULL::name AS schema,
       NULL::name AS name,
       NULL::name AS range_schema,
       NULL::name AS range_name,
       NULL::name AS owner,
       NULL::boolean AS has_privileges
WHERE false
ORDER BY schema, name
