-- Of what somebody made any. 16384 is the first OID that initdb does not use (FirstNormalObjectId).
-- What is temporary or an extension's counts too: it costs a query that finds nothing.
SELECT DISTINCT CASE c.relkind
         WHEN 'S' THEN 'sequence'
         WHEN 'v' THEN 'view'
         WHEN 'm' THEN 'materialized_view'
         WHEN 'c' THEN 'composite_type'
         WHEN 'i' THEN 'index'
         WHEN 'I' THEN 'index'
         ELSE 'table' END AS presence
FROM pg_class c
WHERE c.oid >= 16384 AND c.relkind <> 't'
UNION ALL
SELECT DISTINCT CASE t.typtype
         WHEN 'b' THEN 'base_type'
         WHEN 'd' THEN 'domain'
         WHEN 'e' THEN 'enum'
         WHEN 'r' THEN 'range_type'
         ELSE 'shell_type' END
FROM pg_type t
WHERE t.oid >= 16384
  AND (t.typtype IN ('d', 'e', 'p', 'r')
       -- The arrays that other types bring are not meant.
       OR t.typtype = 'b' AND t.typinput <> 'pg_catalog.array_in'::regproc)
UNION ALL
SELECT 'language' WHERE EXISTS (SELECT FROM pg_language l WHERE l.oid >= 16384)
UNION ALL
SELECT 'access_method' WHERE EXISTS (SELECT FROM pg_am m WHERE m.oid >= 16384)
UNION ALL
SELECT 'transform' WHERE EXISTS (SELECT FROM pg_transform t WHERE t.oid >= 16384)
UNION ALL
SELECT 'conversion' WHERE EXISTS (SELECT FROM pg_conversion c WHERE c.oid >= 16384)
UNION ALL
SELECT 'cast' WHERE EXISTS (SELECT FROM pg_cast c WHERE c.oid >= 16384)
UNION ALL
SELECT 'operator' WHERE EXISTS (SELECT FROM pg_operator o WHERE o.oid >= 16384)
UNION ALL
SELECT 'operator_family'
WHERE EXISTS (SELECT FROM pg_opfamily f WHERE f.oid >= 16384)
   OR EXISTS (SELECT FROM pg_opclass c WHERE c.oid >= 16384)
   OR EXISTS (SELECT FROM pg_amop o WHERE o.oid >= 16384)
   OR EXISTS (SELECT FROM pg_amproc p WHERE p.oid >= 16384)
UNION ALL
SELECT 'collation' WHERE EXISTS (SELECT FROM pg_collation c WHERE c.oid >= 16384)
UNION ALL
SELECT 'text_search'
WHERE EXISTS (SELECT FROM pg_ts_parser p WHERE p.oid >= 16384)
   OR EXISTS (SELECT FROM pg_ts_template t WHERE t.oid >= 16384)
   OR EXISTS (SELECT FROM pg_ts_dict d WHERE d.oid >= 16384)
   OR EXISTS (SELECT FROM pg_ts_config c WHERE c.oid >= 16384)
UNION ALL
SELECT 'foreign_data_wrapper'
WHERE EXISTS (SELECT FROM pg_foreign_data_wrapper w WHERE w.oid >= 16384)
UNION ALL
SELECT DISTINCT CASE p.prokind WHEN 'a' THEN 'aggregate' ELSE 'routine' END
FROM pg_proc p
WHERE p.oid >= 16384
UNION ALL
SELECT DISTINCT CASE k.contype
         WHEN 'f' THEN 'foreign_key'
         WHEN 'p' THEN 'key'
         WHEN 'u' THEN 'key'
         WHEN 'x' THEN 'exclusion'
         ELSE 'check' END
FROM pg_constraint k
WHERE k.oid >= 16384
UNION ALL
SELECT 'statistics' WHERE EXISTS (SELECT FROM pg_statistic_ext s WHERE s.oid >= 16384)
UNION ALL
SELECT 'rule' WHERE EXISTS (SELECT FROM pg_rewrite w WHERE w.oid >= 16384 AND w.ev_type <> '1')
UNION ALL
SELECT 'trigger' WHERE EXISTS (SELECT FROM pg_trigger g WHERE g.oid >= 16384)
UNION ALL
SELECT 'policy' WHERE EXISTS (SELECT FROM pg_policy p WHERE p.oid >= 16384)
UNION ALL
SELECT 'publication' WHERE EXISTS (SELECT FROM pg_publication p WHERE p.oid >= 16384)
UNION ALL
SELECT 'default_acl' WHERE EXISTS (SELECT FROM pg_default_acl)
UNION ALL
SELECT 'event_trigger' WHERE EXISTS (SELECT FROM pg_event_trigger e WHERE e.oid >= 16384)
UNION ALL
SELECT 'large_object' WHERE EXISTS (SELECT FROM pg_largeobject_metadata)
ORDER BY 1
