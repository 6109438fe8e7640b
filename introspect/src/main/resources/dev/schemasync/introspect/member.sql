-- The members of extensions, each with its extension, and whether ALTER EXTENSION ADD made it one: then
-- it was there before, as its own dependencies tell. A transaction in which the extension made
-- something by itself is its script's. But for the one that made the extension, all of a transaction
-- that both made an object and a member of it is left to the extension: so pg_upgrade makes them all.
WITH member AS (
  SELECT d.classid, d.objid, d.xmin AS made, d.cmin AS place, e.oid, e.extname, e.xmin AS installed,
    own.present, own.older, own.before
  FROM pg_depend d
  JOIN pg_extension e ON e.oid = d.refobjid
  CROSS JOIN LATERAL (
    SELECT count(*) > 0 AS present,
           coalesce(bool_or(age(o.xmin) > age(d.xmin)), false) AS older,
           coalesce(bool_or(
             o.xmin = d.xmin AND o.cmin::text::bigint < d.cmin::text::bigint), false) AS before
    FROM pg_depend o
    WHERE o.classid = d.classid AND o.objid = d.objid AND o.deptype NOT IN ('e', 'x')
  ) own
  WHERE d.refclassid = 'pg_extension'::regclass
    AND d.deptype = 'e'
),
script AS (
  SELECT DISTINCT m.oid, m.made::text AS made
  FROM member m
  WHERE m.present AND NOT m.older AND NOT m.before
)
SELECT m.classid::regclass::text AS catalog,
       m.objid AS oid,
       m.extname AS extension,
       CASE
         WHEN m.made = m.installed THEN m.before AND script.oid IS NOT NULL
         ELSE m.older AND script.oid IS NULL
       END AS added
FROM member m
LEFT JOIN script ON script.oid = m.oid AND script.made = m.made::text
ORDER BY m.extname, catalog, oid
