CREATE SCHEMA app;
CREATE FOREIGN DATA WRAPPER bare;
CREATE SERVER far FOREIGN DATA WRAPPER bare;

CREATE TABLE app.events (
  id int NOT NULL,
  at date NOT NULL DEFAULT '2020-01-01',
  note text COLLATE "C",
  CHECK (id > 0)
) PARTITION BY RANGE (at);
ALTER TABLE app.events REPLICA IDENTITY FULL;
CREATE TABLE app.events_now PARTITION OF app.events FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
ALTER TABLE app.events_now REPLICA IDENTITY FULL;
CREATE FOREIGN TABLE app.events_old PARTITION OF app.events (note DEFAULT 'old') FOR VALUES FROM (MINVALUE) TO ('2020-01-01') SERVER far OPTIONS (path 'x');
ALTER FOREIGN TABLE app.events_old ALTER note OPTIONS (ADD column_name 'NOTE');
COMMENT ON FOREIGN TABLE app.events_old IS 'long ago';
CREATE FOREIGN TABLE app.events_joined (note text OPTIONS (a 'b') COLLATE "C", id int NOT NULL, at date NOT NULL, CONSTRAINT events_id_check CHECK (id > 0)) SERVER far;
ALTER TABLE app.events ATTACH PARTITION app.events_joined FOR VALUES FROM ('2020-01-01') TO ('2022-01-01');
CREATE TABLE app.events_middle PARTITION OF app.events FOR VALUES FROM ('2022-01-01') TO ('2025-01-01') PARTITION BY LIST (id);
CREATE FOREIGN TABLE app.events_middle_one PARTITION OF app.events_middle FOR VALUES IN (1) SERVER far;
CREATE FOREIGN TABLE app.events_middle_rest PARTITION OF app.events_middle DEFAULT SERVER far;
CREATE FUNCTION app.fired() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER each AFTER INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.fired();
CREATE TRIGGER own BEFORE INSERT ON app.events_old FOR EACH ROW EXECUTE FUNCTION app.fired();
CREATE INDEX events_note ON app.events (note);
