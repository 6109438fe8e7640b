-- Base types, without the arrays that come with other types.
WITH function AS NOT MATERIALIZED (
  SELECT p.oid, n.nspname AS schema, p.proname AS name
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
)
SELECT t.oid,
       n.nspname AS schema,
       t.typname AS name,
       pg_get_userbyid(t.typowner) AS owner,
       input.schema AS input_schema,
       input.name AS input_name,
       output.schema AS output_schema,
       output.name AS output_name,
       receive.schema AS receive_schema,
       receive.name AS receive_name,
       send.schema AS send_schema,
       send.name AS send_name,
       typmod_in.schema AS typmod_in_schema,
       typmod_in.name AS typmod_in_name,
       typmod_out.schema AS typmod_out_schema,
       typmod_out.name AS typmod_out_name,
       analyze_.schema AS analyze_schema,
       analyze_.name AS analyze_name,
       subscript.schema AS subscript_schema,
       subscript.name AS subscript_name,
       t.typlen AS length,
       t.typbyval AS by_value,
       t.typalign AS alignment,
       t.typstorage AS storage,
       t.typcategory AS category,
       t.typispreferred AS preferred,
       t.typdelim AS delimiter,
       element_n.nspname AS element_schema,
       element_base.typname AS element_name,
       element_base.oid <> element.oid AS element_is_array,
       t.typcollation <> 0 AS collatable,
       t.typdefault AS default_value
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN function input ON input.oid = t.typinput
JOIN function output ON output.oid = t.typoutput
LEFT JOIN function receive ON receive.oid = t.typreceive
LEFT JOIN function send ON send.oid = t.typsend
LEFT JOIN function typmod_in ON typmod_in.oid = t.typmodin
LEFT JOIN function typmod_out ON typmod_out.oid = t.typmodout
LEFT JOIN function analyze_ ON analyze_.oid = t.typanalyze
LEFT JOIN function subscript ON subscript.oid = t.typsubscript
LEFT JOIN pg_type element ON element.oid = t.typelem
LEFT JOIN pg_type element_of ON element_of.oid = element.typelem AND element_of.typarray = element.oid
LEFT JOIN pg_type element_base ON element_base.oid = coalesce(element_of.oid, element.oid)
LEFT JOIN pg_namespace element_n ON element_n.oid = element_base.typnamespace
WHERE t.typtype = 'b'
  AND t.typinput <> 'pg_catalog.array_in'::regproc
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, t.typname
