-- Operators, shells included. An operator returns the link of one that names it, or would do so if it
-- were made.
WITH type AS NOT MATERIALIZED (
  SELECT used.oid,
         n.nspname AS schema,
         base.typname AS name,
         element.oid IS NOT NULL AS is_array
  FROM pg_type used
  LEFT JOIN pg_type element ON element.oid = used.typelem AND element.typarray = used.oid
  JOIN pg_type base ON base.oid = coalesce(element.oid, used.oid)
  JOIN pg_namespace n ON n.oid = base.typnamespace
),
function AS NOT MATERIALIZED (
  SELECT p.oid, n.nspname AS schema, p.proname AS name
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
)
SELECT o.oid,
       n.nspname AS schema,
       o.oprname AS name,
       pg_get_userbyid(o.oprowner) AS owner,
       left_type.schema AS left_schema,
       left_type.name AS left_name,
       left_type.is_array AS left_is_array,
       right_type.schema AS right_schema,
       right_type.name AS right_name,
       right_type.is_array AS right_is_array,
       function.schema AS function_schema,
       function.name AS function_name,
       commutator_n.nspname AS commutator_schema,
       commutator.oprname AS commutator_name,
       commutator.oprcom = o.oid OR commutator.oprcode = 0 AND commutator.oprcom = 0
         AS commutator_returns,
       negator_n.nspname AS negator_schema,
       negator.oprname AS negator_name,
       negator.oprnegate = o.oid OR negator.oprcode = 0 AND negator.oprnegate = 0
         AS negator_returns,
       restrict.schema AS restrict_schema,
       restrict.name AS restrict_name,
       join_estimator.schema AS join_schema,
       join_estimator.name AS join_name,
       o.oprcanhash AS hashes,
       o.oprcanmerge AS merges
FROM pg_operator o
JOIN pg_namespace n ON n.oid = o.oprnamespace
-- These are few: OFFSET 0 has each looked up alone, instead of all types joined with all.
LEFT JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = o.oprleft OFFSET 0) left_type ON true
LEFT JOIN LATERAL (SELECT t.* FROM type t WHERE t.oid = o.oprright OFFSET 0) right_type ON true
LEFT JOIN function ON function.oid = o.oprcode
LEFT JOIN pg_operator commutator ON commutator.oid = o.oprcom
LEFT JOIN pg_namespace commutator_n ON commutator_n.oid = commutator.oprnamespace
LEFT JOIN pg_operator negator ON negator.oid = o.oprnegate
LEFT JOIN pg_namespace negator_n ON negator_n.oid = negator.oprnamespace
LEFT JOIN function restrict ON restrict.oid = o.oprrest
LEFT JOIN function join_estimator ON join_estimator.oid = o.oprjoin
WHERE o.oid >= 16384
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, o.oprname, o.oprleft, o.oprright
