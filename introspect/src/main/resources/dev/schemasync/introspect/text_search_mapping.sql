-- Which dictionaries text search configurations ask about each type of tokens, in that order. The
-- parser's own function tells the names of the types: only a superuser can have made a parser, of
-- functions in C. It is called once for each parser in use.
WITH config AS MATERIALIZED (
  SELECT c.oid, c.cfgparser AS parser
  FROM pg_ts_config c
  JOIN pg_namespace n ON n.oid = c.cfgnamespace
  WHERE n.nspname !~ '^(pg_|information_schema$)'
),
token AS MATERIALIZED (
  SELECT used.parser, t.tokid, t.alias
  FROM (SELECT DISTINCT parser FROM config) used
  CROSS JOIN LATERAL ts_token_type(used.parser) t
)
SELECT m.mapcfg AS config_oid,
       token.alias AS token_type,
       n.nspname AS schema,
       d.dictname AS name
FROM config c
JOIN pg_ts_config_map m ON m.mapcfg = c.oid
LEFT JOIN token ON token.parser = c.parser AND token.tokid = m.maptokentype
JOIN pg_ts_dict d ON d.oid = m.mapdict
JOIN pg_namespace n ON n.oid = d.dictnamespace
ORDER BY m.mapcfg, m.maptokentype, m.mapseqno
