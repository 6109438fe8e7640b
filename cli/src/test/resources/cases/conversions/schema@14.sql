CREATE FUNCTION conv.own(int, int, cstring, internal, int, bool) RETURNS int STRICT LANGUAGE c AS '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8';
CREATE CONVERSION conv.by_own FOR 'LATIN1' TO 'UTF8' FROM conv.own;
