-- What decides how the server deparses expressions, and no compilation of plans that run once; set
-- for the present transaction only. Returns the values before, so that they can be put back.
SELECT name,
       current_setting(name) AS before,
       set_config(name, value, true) AS now
FROM (VALUES ('search_path', ''),
             ('jit', 'off'),
             ('quote_all_identifiers', 'off'),
             ('DateStyle', 'ISO, MDY'),
             ('IntervalStyle', 'postgres'),
             ('TimeZone', 'UTC'),
             ('extra_float_digits', '3'),
             ('bytea_output', 'hex'),
             ('standard_conforming_strings', 'on')) AS wanted (name, value)
ORDER BY name
