-- Event triggers. The only thing that WHEN can ask about is TAG.
SELECT e.oid,
       e.evtname AS name,
       e.evtevent AS event,
       coalesce(e.evttags, '{}') AS tags,
       n.nspname AS function_schema,
       p.proname AS function_name,
       pg_get_userbyid(e.evtowner) AS owner,
       e.evtenabled AS state
FROM pg_event_trigger e
JOIN pg_proc p ON p.oid = e.evtfoid
JOIN pg_namespace n ON n.oid = p.pronamespace
ORDER BY e.evtname
