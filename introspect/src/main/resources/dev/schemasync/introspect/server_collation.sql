-- The collations that the database can use.
SELECT n.nspname AS schema, c.collname AS name
FROM pg_collation c
JOIN pg_namespace n ON n.oid = c.collnamespace
JOIN pg_database d ON d.datname = current_database()
WHERE c.collencoding IN (-1, d.encoding)
ORDER BY n.nspname, c.collname
