CREATE PUBLICATION encore_shards FOR ALL TABLES WITH (publish_via_partition_root = true);
