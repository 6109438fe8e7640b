-- Publications; what they publish, unless it is all tables, is in publication_table.sql and
-- publication_schema.sql.
SELECT p.oid,
       p.pubname AS name,
       pg_get_userbyid(p.pubowner) AS owner,
       p.puballtables AS all_tables,
       p.pubinsert AS publishes_insert,
       p.pubupdate AS publishes_update,
       p.pubdelete AS publishes_delete,
       p.pubtruncate AS publishes_truncate,
       p.pubviaroot AS via_root,
       p.pubgencols = 's' AS generated_columns
FROM pg_publication p
ORDER BY p.pubname
