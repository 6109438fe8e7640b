CREATE SCHEMA "Own ers";
CREATE TABLE "Own ers".members (id int PRIMARY KEY, "Name" text NOT NULL);
CREATE FUNCTION "Own ers".may_see(text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT $1 <> ''hidden''';
CREATE TABLE docs (id int PRIMARY KEY, owner varchar(20), "Group" int, state varchar, body text);
INSERT INTO docs VALUES (1, 'a', 1, 'new', 'x'), (2, 'b', 2, 'old', 'y');
INSERT INTO "Own ers".members VALUES (1, 'a');
CREATE FUNCTION whole_row(docs) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT $1.id > 0';
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON docs USING (owner = CURRENT_USER);
CREATE POLICY of_states ON docs FOR SELECT TO app_reader, app_user USING (state IN ('new', 'open', 'old'));
CREATE POLICY "re str'icts" ON docs AS RESTRICTIVE FOR UPDATE TO app_user, "Ro""le's. Ünï
x" USING ("Group" > 0) WITH CHECK ("Group" < 9 AND state::text <> 'it''s; -- no');
CREATE POLICY inserts ON docs FOR INSERT TO app_owner WITH CHECK (state IN ('new', 'open'));
CREATE POLICY deletes ON docs AS RESTRICTIVE FOR DELETE USING (false);
CREATE POLICY reads_others ON docs TO app_user USING (EXISTS (
    SELECT FROM "Own ers".members m WHERE m."Name" = docs.owner AND m.id = docs."Group"))
  WITH CHECK (owner IN (SELECT "Name" FROM "Own ers".members));
CREATE POLICY calls ON docs FOR SELECT USING ("Own ers".may_see(body) AND whole_row(docs));
CREATE POLICY "select" ON docs FOR SELECT TO PUBLIC USING (true);
COMMENT ON POLICY everybody ON docs IS 'one''s own';
COMMENT ON POLICY "re str'icts" ON docs IS 'narrow';
CREATE VIEW seen AS SELECT id FROM docs;
CREATE TABLE of_views (id int PRIMARY KEY);
CREATE POLICY reads_a_view ON of_views USING (id IN (SELECT seen.id FROM seen));
CREATE POLICY reads_itself ON of_views FOR DELETE USING (id = (SELECT max(o.id) FROM of_views o));
CREATE TABLE forced (id int PRIMARY KEY);
ALTER TABLE forced ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, OWNER TO app_owner;
CREATE TABLE not_yet (id int PRIMARY KEY);
ALTER TABLE not_yet FORCE ROW LEVEL SECURITY;
CREATE POLICY asleep ON not_yet TO app_reader USING (id > 0);
CREATE TABLE parted (id int PRIMARY KEY, tenant int) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
CREATE TABLE parted_high_a PARTITION OF parted_high FOR VALUES FROM (10) TO (15);
ALTER TABLE parted ENABLE ROW LEVEL SECURITY;
ALTER TABLE parted_low FORCE ROW LEVEL SECURITY;
ALTER TABLE parted_high_a ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON parted USING (tenant = 1);
CREATE POLICY of_leaf ON parted_high_a AS RESTRICTIVE TO app_user USING (tenant = 2) WITH CHECK (tenant = 3);
