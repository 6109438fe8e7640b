-- Collations of users. One for another encoding than the database's is of no use there. The column
-- of locales that are not the operating system's came with 15 and got another name with 17.
SELECT c.oid,
       n.nspname AS schema,
       c.collname AS name,
       pg_get_userbyid(c.collowner) AS owner,
       c.collprovider AS provider,
       c.collisdeterministic AS deterministic,
       c.collcollate::text AS collate,
       c.collctype::text AS ctype,
       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate::text)
         AS locale,
       to_jsonb(c) ->> 'collicurules' AS rules
FROM pg_collation c
JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE n.nspname !~ '^(pg_|information_schema$)'
  AND c.collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
ORDER BY n.nspname, c.collname
