-- Text search parsers.
WITH function AS NOT MATERIALIZED (
  SELECT p.oid, n.nspname AS schema, p.proname AS name
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
)
SELECT p.oid,
       n.nspname AS schema,
       p.prsname AS name,
       start.schema AS start_schema,
       start.name AS start_name,
       get_token.schema AS get_token_schema,
       get_token.name AS get_token_name,
       finish.schema AS end_schema,
       finish.name AS end_name,
       headline.schema AS headline_schema,
       headline.name AS headline_name,
       lex_types.schema AS lex_types_schema,
       lex_types.name AS lex_types_name
FROM pg_ts_parser p
JOIN pg_namespace n ON n.oid = p.prsnamespace
JOIN function start ON start.oid = p.prsstart
JOIN function get_token ON get_token.oid = p.prstoken
JOIN function finish ON finish.oid = p.prsend
LEFT JOIN function headline ON headline.oid = p.prsheadline
JOIN function lex_types ON lex_types.oid = p.prslextype
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, p.prsname
