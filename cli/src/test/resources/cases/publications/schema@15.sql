CREATE PUBLICATION filtered FOR TABLE pub.a (id, t) WHERE (id > 5 AND t IN ('x', 'y'));
CREATE PUBLICATION filtered_root FOR TABLE pub.b (id, r) WHERE (r IS NOT NULL)
  WITH (publish_via_partition_root = true);
CREATE PUBLICATION of_schemas FOR TABLES IN SCHEMA pub, public;
CREATE PUBLICATION mixed FOR TABLE pub.a WHERE (n IS NULL), TABLES IN SCHEMA public;
