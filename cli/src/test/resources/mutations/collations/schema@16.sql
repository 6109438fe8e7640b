CREATE COLLATION app.r (provider = icu, locale = 'und', rules = '&V << w <<< W');
