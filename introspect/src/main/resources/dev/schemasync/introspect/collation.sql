-- Collations of users. One for another encoding than the database's is of no use there.
SELECT c.oid,
       n.nspname AS schema,
       c.collname AS name,
       pg_get_userbyid(c.collowner) AS owner,
       c.collprovider AS provider,
       c.collisdeterministic AS deterministic,
       c.collcollate::text AS collate,
       c.collctype::text AS ctype,
       c.collcollate::text AS locale,
       NULL::text AS rules
FROM pg_collation c
JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
  AND c.collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
ORDER BY n.nspname, c.collname
