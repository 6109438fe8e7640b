CREATE FUNCTION handle(internal) RETURNS index_am_handler LANGUAGE internal AS 'bthandler';
CREATE ACCESS METHOD bt2 TYPE INDEX HANDLER handle;
COMMENT ON ACCESS METHOD bt2 IS 'x';
