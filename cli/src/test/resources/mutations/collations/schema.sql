CREATE SCHEMA app;
CREATE COLLATION app.c (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
CREATE COLLATION app.i (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
COMMENT ON COLLATION app.c IS 'x';
