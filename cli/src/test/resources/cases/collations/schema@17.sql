CREATE COLLATION by_server (PROVIDER = builtin, LOCALE = 'C.UTF-8');
CREATE COLLATION by_bytes (PROVIDER = builtin, LOCALE = 'C');
CREATE TABLE by_server (a text COLLATE by_server PRIMARY KEY);
