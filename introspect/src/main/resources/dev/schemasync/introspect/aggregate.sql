-- Aggregates; their arguments are in routine_argument.sql.
WITH function AS NOT MATERIALIZED (
  SELECT p.oid, n.nspname AS schema, p.proname AS name
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
),
type AS NOT MATERIALIZED (
  SELECT used.oid,
         n.nspname AS schema,
         base.typname AS name,
         element.oid IS NOT NULL AS is_array
  FROM pg_type used
  LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
  JOIN pg_type base ON base.oid = coalesce(element.oid, used.oid)
  JOIN pg_namespace n ON n.oid = base.typnamespace
)
SELECT p.oid,
       n.nspname AS schema,
       p.proname AS name,
       pg_get_userbyid(p.proowner) AS owner,
       p.proparallel AS parallel,
       a.aggkind AS kind,
       a.aggnumdirectargs AS direct_arguments,
       state.schema AS state_function_schema,
       state.name AS state_function_name,
       state_type.schema AS state_type_schema,
       state_type.name AS state_type_name,
       state_type.is_array AS state_type_is_array,
       nullif(a.aggtransspace, 0) AS state_space,
       final.schema AS state_final_schema,
       final.name AS state_final_name,
       a.aggfinalextra AS state_final_extra,
       a.aggfinalmodify AS state_final_modify,
       a.agginitval AS state_initial_value,
       combine.schema AS combine_schema,
       combine.name AS combine_name,
       serial.schema AS serialize_schema,
       serial.name AS serialize_name,
       deserial.schema AS deserialize_schema,
       deserial.name AS deserialize_name,
       moving.schema AS moving_function_schema,
       moving.name AS moving_function_name,
       inverse.schema AS inverse_schema,
       inverse.name AS inverse_name,
       moving_type.schema AS moving_type_schema,
       moving_type.name AS moving_type_name,
       moving_type.is_array AS moving_type_is_array,
       nullif(a.aggmtransspace, 0) AS moving_space,
       moving_final.schema AS moving_final_schema,
       moving_final.name AS moving_final_name,
       a.aggmfinalextra AS moving_final_extra,
       a.aggmfinalmodify AS moving_final_modify,
       a.aggminitval AS moving_initial_value,
       sort_n.nspname AS sort_operator_schema,
       sort.oprname AS sort_operator_name
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_aggregate a ON a.aggfnoid = p.oid
JOIN function state ON state.oid = a.aggtransfn
JOIN type state_type ON state_type.oid = a.aggtranstype
LEFT JOIN function final ON final.oid = a.aggfinalfn
LEFT JOIN function combine ON combine.oid = a.aggcombinefn
LEFT JOIN function serial ON serial.oid = a.aggserialfn
LEFT JOIN function deserial ON deserial.oid = a.aggdeserialfn
LEFT JOIN function moving ON moving.oid = a.aggmtransfn
LEFT JOIN function inverse ON inverse.oid = a.aggminvtransfn
LEFT JOIN type moving_type ON moving_type.oid = a.aggmtranstype
LEFT JOIN function moving_final ON moving_final.oid = a.aggmfinalfn
LEFT JOIN pg_operator sort ON sort.oid = a.aggsortop
LEFT JOIN pg_namespace sort_n ON sort_n.oid = sort.oprnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, p.proname, p.oid
