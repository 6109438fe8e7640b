-- What decides how the server deparses expressions, what would end the session or its queries, and
-- neither compilation of plans that run once nor workers for them; set for the present transaction
-- only. Returns the values before, so that they can be put back.
-- It runs under whatever search_path the server gives: every name in it is qualified.
-- Limits of queries and locks that the connection itself brought along (client, session) are meant
-- for it and stay; those of the server, the database or the role are meant for others.
SELECT s.name,
       s.setting AS before,
       pg_catalog.set_config(
         s.name,
         CASE
           WHEN NOT wanted.may_stay THEN wanted.value
           WHEN s.source OPERATOR(pg_catalog.=) 'client' THEN s.setting
           WHEN s.source OPERATOR(pg_catalog.=) 'session' THEN s.setting
           ELSE wanted.value
         END,
         true) AS now
FROM (VALUES ('search_path', '', false),
             ('jit', 'off', false),
             ('max_parallel_workers_per_gather', '0', false),
             ('quote_all_identifiers', 'off', false),
             ('DateStyle', 'ISO, MDY', false),
             ('IntervalStyle', 'postgres', false),
             ('TimeZone', 'UTC', false),
             ('extra_float_digits', '3', false),
             ('bytea_output', 'hex', false),
             ('standard_conforming_strings', 'on', false),
             -- An error is better than a row left out, or a policy's function run with our rights.
             ('row_security', 'off', false),
             -- A name that is no longer a sequence's must not lead to a user's function.
             ('restrict_nonsystem_relation_kind', 'view, foreign-table', false),
             ('idle_in_transaction_session_timeout', '0', false),
             ('idle_session_timeout', '0', false),
             ('transaction_timeout', '0', false),
             ('statement_timeout', '0', true),
             ('lock_timeout', '120000', true)) AS wanted (name, value, may_stay)
JOIN pg_catalog.pg_settings s ON s.name OPERATOR(pg_catalog.=) wanted.name
ORDER BY s.name
