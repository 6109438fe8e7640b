CREATE SCHEMA parts;
CREATE TABLE events (
  id bigint NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL DEFAULT 'none',
  payload jsonb,
  CONSTRAINT events_pkey PRIMARY KEY (id, at, kind)
) PARTITION BY RANGE (at);
CREATE TABLE parts.events_2024 PARTITION OF events
  FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE events_2025 PARTITION OF events
  FOR VALUES FROM ('2025-01-01 00:00:00+00') TO (MAXVALUE)
  PARTITION BY LIST (kind);
CREATE TABLE events_2025_ab PARTITION OF events_2025 FOR VALUES IN ('a', 'b''c');
CREATE TABLE events_2025_hash PARTITION OF events_2025 FOR VALUES IN ('h') PARTITION BY HASH (id);
CREATE TABLE events_2025_hash_0 PARTITION OF events_2025_hash FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE events_2025_hash_1 PARTITION OF events_2025_hash FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE events_2025_hash_2 PARTITION OF events_2025_hash FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE TABLE events_2025_rest PARTITION OF events_2025 DEFAULT;
CREATE TABLE events_default PARTITION OF events DEFAULT;
CREATE TABLE events_old (payload jsonb, kind text NOT NULL DEFAULT 'old', at timestamptz NOT NULL, id bigint NOT NULL);
ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM (MINVALUE) TO ('2024-01-01 00:00:00+00');
CREATE INDEX events_kind ON events (kind, at DESC);
CREATE INDEX events_payload ON events USING gin (payload jsonb_path_ops);
CREATE INDEX events_expression ON events (lower(kind)) WHERE kind <> 'none';
ALTER TABLE events_2025_ab ALTER COLUMN kind SET DEFAULT 'a';
ALTER TABLE events_default ADD CONSTRAINT own_check CHECK (id > 0);
ALTER TABLE events ADD CONSTRAINT shared_check CHECK (kind <> '');
CREATE INDEX only_here ON events_default (payload);
COMMENT ON TABLE events_2025_ab IS 'a leaf';
COMMENT ON INDEX events_kind IS 'the root of a tree of indexes';

-- The parent's index was made alone, and each partition's attached.
CREATE TABLE attached (a int, b text, c date) PARTITION BY LIST (a);
CREATE TABLE attached_1 PARTITION OF attached FOR VALUES IN (1, NULL);
CREATE TABLE attached_2 PARTITION OF attached FOR VALUES IN (2);
CREATE INDEX attached_b ON ONLY attached (b);
CREATE INDEX attached_1_named ON attached_1 (b);
CREATE INDEX attached_2_named ON attached_2 (b);
ALTER INDEX attached_b ATTACH PARTITION attached_1_named;
ALTER INDEX attached_b ATTACH PARTITION attached_2_named;
CREATE INDEX never_whole ON ONLY attached (c);
ALTER TABLE attached REPLICA IDENTITY FULL;
ALTER TABLE attached_1 REPLICA IDENTITY FULL;
ALTER TABLE attached_2 REPLICA IDENTITY FULL;

-- Keys with other operator classes, collations and expressions.
CREATE TABLE keyed (a text NOT NULL, b int, c date NOT NULL) PARTITION BY RANGE (a COLLATE "C" text_pattern_ops, (b + 1));
CREATE TABLE keyed_low PARTITION OF keyed FOR VALUES FROM (MINVALUE, MINVALUE) TO ('m', 5);
CREATE TABLE keyed_high PARTITION OF keyed FOR VALUES FROM ('m', 5) TO ('z', MAXVALUE);
ALTER TABLE keyed_low REPLICA IDENTITY FULL;
ALTER TABLE keyed_high REPLICA IDENTITY FULL;
ALTER TABLE keyed REPLICA IDENTITY FULL;

CREATE TABLE unique_tree (a int, b int, UNIQUE (a, b)) PARTITION BY HASH (a);
CREATE TABLE unique_tree_0 PARTITION OF unique_tree (b NOT NULL) FOR VALUES WITH (MODULUS 2, REMAINDER 0)
  WITH (fillfactor = 60);
CREATE TABLE unique_tree_1 (a int, b int, CONSTRAINT its_own_key UNIQUE (a, b));
ALTER TABLE unique_tree ATTACH PARTITION unique_tree_1 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
ALTER TABLE unique_tree REPLICA IDENTITY FULL;
ALTER TABLE unique_tree_0 REPLICA IDENTITY FULL;
ALTER TABLE unique_tree_1 REPLICA IDENTITY FULL;
CREATE TABLE childless (a int PRIMARY KEY) PARTITION BY RANGE (a);
INSERT INTO events SELECT g, '2023-06-01'::timestamptz + g * interval '30 days', (ARRAY['a', 'h', 'x'])[1 + g % 3] FROM generate_series(1, 40) g;
