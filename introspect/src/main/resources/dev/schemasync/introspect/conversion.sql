-- Conversions between encodings.
SELECT c.oid,
       n.nspname AS schema,
       c.conname AS name,
       pg_encoding_to_char(c.conforencoding) AS from_encoding,
       pg_encoding_to_char(c.contoencoding) AS to_encoding,
       c.condefault AS by_default,
       function_n.nspname AS function_schema,
       function.proname AS function_name,
       pg_get_userbyid(c.conowner) AS owner
FROM pg_conversion c
JOIN pg_namespace n ON n.oid = c.connamespace
JOIN pg_proc function ON function.oid = c.conproc
JOIN pg_namespace function_n ON function_n.oid = function.pronamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^(pg_|information_schema$)'
ORDER BY n.nspname, c.conname
