-- Large objects, as one row if there are any. What they hold is not read.
SELECT count(*) AS count,
       count(d.description) AS commented,
       count(*) FILTER (WHERE NOT (o.lomacl @> initial.acl AND initial.acl @> o.lomacl)) AS granted,
       array_agg(DISTINCT pg_get_userbyid(o.lomowner)::text) AS owners
FROM pg_largeobject_metadata o
CROSS JOIN LATERAL (SELECT acldefault('L', o.lomowner) AS acl) initial
LEFT JOIN pg_description d ON d.classoid = 'pg_largeobject'::regclass
  AND d.objoid = o.oid
  AND d.objsubid = 0
HAVING count(*) > 0
ORDER BY count
