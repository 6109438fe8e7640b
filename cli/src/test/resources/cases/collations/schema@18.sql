CREATE COLLATION fast (PROVIDER = builtin, LOCALE = 'PG_UNICODE_FAST');
-- Only servers before 18 know none of these in a pattern.
CREATE TABLE patterns (a text COLLATE fold CHECK (a LIKE 'a%'), id int PRIMARY KEY);
