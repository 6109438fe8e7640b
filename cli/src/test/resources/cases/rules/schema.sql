CREATE SCHEMA "Audit log";
CREATE TABLE accounts (id int PRIMARY KEY, name varchar(20) CONSTRAINT accounts_name UNIQUE, "Balance" numeric, state varchar);
CREATE TABLE "Audit log"."log's" (id int PRIMARY KEY, what text, at timestamptz DEFAULT now());
CREATE TABLE closed (id int PRIMARY KEY, name varchar(20));
INSERT INTO accounts VALUES (1, 'a', 5, 'open'), (2, 'b', 6, 'closed');
CREATE FUNCTION "Audit log".note(int, text) RETURNS text LANGUAGE sql AS 'SELECT $2 || $1';
CREATE RULE "log it; -- ""now""" AS ON INSERT TO accounts DO ALSO
  INSERT INTO "Audit log"."log's" VALUES (NEW.id, "Audit log".note(NEW.id, 'it''s; new'));
CREATE RULE of_states AS ON UPDATE TO accounts WHERE NEW.state IN ('open', 'closed') AND OLD."Balance" > 0 DO ALSO
  INSERT INTO "Audit log"."log's" (id, what) SELECT NEW.id, s.state FROM accounts s WHERE s.state IN ('open', 'new');
CREATE RULE several AS ON DELETE TO accounts DO ALSO (
  INSERT INTO closed (id, name) VALUES (OLD.id, OLD.name) ON CONFLICT ON CONSTRAINT closed_pkey DO UPDATE SET name = excluded.name;
  UPDATE closed SET name = 'x;' WHERE id = OLD.id;
  NOTIFY gone);
CREATE RULE never AS ON DELETE TO accounts WHERE OLD.id < 0 DO INSTEAD NOTHING;
CREATE RULE "select" AS ON INSERT TO closed DO INSTEAD NOTHING;
CREATE RULE asleep AS ON UPDATE TO closed DO INSTEAD (DELETE FROM accounts WHERE id = OLD.id; DELETE FROM "Audit log"."log's");
CREATE RULE on_replica AS ON UPDATE TO closed WHERE NEW.name IN ('a', 'b') DO INSTEAD NOTHING;
CREATE RULE always AS ON DELETE TO closed DO ALSO NOTIFY "Closed one";
CREATE RULE idle AS ON DELETE TO closed DO ALSO NOTHING;
ALTER TABLE closed DISABLE RULE asleep;
ALTER TABLE closed ENABLE REPLICA RULE on_replica;
ALTER TABLE closed ENABLE ALWAYS RULE always;
ALTER TABLE closed DISABLE RULE idle;
COMMENT ON RULE asleep ON closed IS 'not for now';
COMMENT ON RULE "log it; -- ""now""" ON accounts IS 'one line each';
CREATE VIEW open_ones AS SELECT id, name FROM accounts WHERE state = 'open';
CREATE RULE ins AS ON INSERT TO open_ones DO INSTEAD
  INSERT INTO accounts (id, name, state) VALUES (NEW.id, NEW.name, 'open') RETURNING id, name;
CREATE RULE upd AS ON UPDATE TO open_ones DO INSTEAD UPDATE accounts SET name = NEW.name WHERE id = OLD.id;
CREATE RULE del AS ON DELETE TO open_ones WHERE OLD.name::text <> 'a' DO INSTEAD DELETE FROM accounts WHERE id = OLD.id;
CREATE RULE del_nothing AS ON DELETE TO open_ones DO INSTEAD NOTHING;
COMMENT ON RULE "_RETURN" ON open_ones IS 'the query';
COMMENT ON RULE upd ON open_ones IS 'of names';
CREATE MATERIALIZED VIEW kept AS SELECT count(*) AS n FROM accounts;
COMMENT ON RULE "_RETURN" ON kept IS 'what it counts';
CREATE TABLE parted (id int PRIMARY KEY, t text) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE RULE of_root AS ON INSERT TO parted WHERE NEW.id = 3 DO INSTEAD NOTHING;
CREATE RULE of_leaf AS ON UPDATE TO parted_low DO ALSO NOTIFY leaf;
ALTER TABLE parted DISABLE RULE of_root;
CREATE VIEW over_late AS SELECT closed.id FROM closed;
CREATE RULE through_a_view AS ON INSERT TO over_late DO INSTEAD INSERT INTO open_ones VALUES (NEW.id, 'z');
