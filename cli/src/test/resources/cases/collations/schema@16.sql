CREATE COLLATION ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&V << w <<< W');
CREATE COLLATION ruled_twice
  (PROVIDER = icu, LOCALE = 'sv', RULES = E'& a < ''it''''''''s''\n& b <<< Q', DETERMINISTIC = false);
