-- Text search configurations; what they do with tokens is in text_search_mapping.sql.
SELECT c.oid,
       n.nspname AS schema,
       c.cfgname AS name,
       parser_n.nspname AS parser_schema,
       parser.prsname AS parser_name,
       pg_get_userbyid(c.cfgowner) AS owner
FROM pg_ts_config c
JOIN pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_ts_parser parser ON parser.oid = c.cfgparser
JOIN pg_namespace parser_n ON parser_n.oid = parser.prsnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.cfgname
