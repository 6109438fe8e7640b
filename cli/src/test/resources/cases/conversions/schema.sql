CREATE SCHEMA conv;
CREATE SCHEMA "Conv ""q"" 's' a.b;--
/*";
CREATE CONVERSION conv.plain FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE DEFAULT CONVERSION conv.usual FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION public.back FOR 'UTF8' TO 'WIN1252' FROM utf8_to_win;
CREATE DEFAULT CONVERSION "Conv ""q"" 's' a.b;--
/*"."Conversion ""q"" 's' a.b;--
/*" FOR 'WIN1252' TO 'utf-8' FROM win_to_utf8;

ALTER CONVERSION conv.plain OWNER TO app_owner;
ALTER CONVERSION "Conv ""q"" 's' a.b;--
/*"."Conversion ""q"" 's' a.b;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON CONVERSION conv.usual IS 'it''s usual';
COMMENT ON CONVERSION "Conv ""q"" 's' a.b;--
/*"."Conversion ""q"" 's' a.b;--
/*" IS 'one with a name';
CREATE TABLE conv.t (id int PRIMARY KEY);
