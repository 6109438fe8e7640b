CREATE COLLATION app.b (provider = builtin, locale = 'C.UTF-8');
