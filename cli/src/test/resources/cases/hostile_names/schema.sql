-- Quotes, spaces, dots, dollars, comment marks, letters beyond ASCII and a line break, in every kind
-- of name; key words; names of 63 bytes.
CREATE SCHEMA "Schema ""q"" 's' a.b $1 Üñ漢;--
/*";
CREATE SCHEMA "select";
CREATE TYPE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Enum ""q"" 's' a.b $1 Üñ漢;--
/*" AS ENUM ('it''s "so"', 'a.b, c', 'back\slash', 'two
lines', '漢字', ' ', 'NULL', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');
CREATE TYPE "select"."user" AS ENUM ('table', 'TABLE');
CREATE DOMAIN "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Domain ""q"" 's' a.b $1 Üñ漢;--
/*" AS "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Enum ""q"" 's' a.b $1 Üñ漢;--
/*" CONSTRAINT "Domain check ""q"" 's' a.b $1 Üñ漢;--
/*" CHECK (VALUE IS NOT NULL);
CREATE TYPE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Pair ""q"" 's' a.b $1 Üñ漢;--
/*" AS ("Field ""q"" 's' a.b $1 Üñ漢;--
/*" "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Domain ""q"" 's' a.b $1 Üñ漢;--
/*", "from" "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Enum ""q"" 's' a.b $1 Üñ漢;--
/*"[], "field_ééééééééééééééééééééééééééééx" int);
CREATE SEQUENCE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Sequence ""q"" 's' a.b $1 Üñ漢;--
/*";
CREATE SEQUENCE "select"."order";
CREATE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Function ""q"" 's' a.b $1 Üñ漢;--
/*"("Argument ""q"" 's' a.b $1 Üñ漢;--
/*" "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Pair ""q"" 's' a.b $1 Üñ漢;--
/*", "select" int DEFAULT 1, OUT "Result ""q"" 's' a.b $1 Üñ漢;--
/*" int, OUT "from" text)
  LANGUAGE sql IMMUTABLE AS $$ SELECT 1, 'a' $$;
CREATE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Constant ""q"" 's' a.b $1 Üñ漢;--
/*"() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."function_ééééééééééééééééééééééééééé"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE PROCEDURE "select"."call"("end" int) LANGUAGE sql AS '';
CREATE AGGREGATE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Aggregate ""q"" 's' a.b $1 Üñ漢;--
/*"("Argument ""q"" 's' a.b $1 Üñ漢;--
/*" int) (SFUNC = int4pl, STYPE = int);
CREATE TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" (
  "Column ""q"" 's' a.b $1 Üñ漢;--
/*" int DEFAULT nextval('"Schema ""q"" ''s'' a.b $1 Üñ漢;--
/*"."Sequence ""q"" ''s'' a.b $1 Üñ漢;--
/*"'),
  "select" "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Domain ""q"" 's' a.b $1 Üñ漢;--
/*" DEFAULT 'a.b, c',
  "column_éééééééééééééééééééééééééééé" "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Pair ""q"" 's' a.b $1 Üñ漢;--
/*"[],
  "Upper" varchar CONSTRAINT "Check ""q"" 's' a.b $1 Üñ漢;--
/*" CHECK ("Upper" IN ('a''b', '"')),
  "Generated ""q"" 's' a.b $1 Üñ漢;--
/*" int GENERATED ALWAYS AS ("Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Constant ""q"" 's' a.b $1 Üñ漢;--
/*"() + 1) STORED,
  "Serial ""q"" 's' a.b $1 Üñ漢;--
/*" serial,
  "Identity ""q"" 's' a.b $1 Üñ漢;--
/*" int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Identity sequence ""q"" 's' a.b $1 Üñ漢;--
/*"),
  CONSTRAINT "Key ""q"" 's' a.b $1 Üñ漢;--
/*" PRIMARY KEY ("Column ""q"" 's' a.b $1 Üñ漢;--
/*"),
  CONSTRAINT "Unique ""q"" 's' a.b $1 Üñ漢;--
/*" UNIQUE ("select", "Upper") DEFERRABLE
);
CREATE TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" ("table" int, "c_ééééééééééééééééééééééééééééééx" int NOT NULL, CONSTRAINT "key_éééééééééééééééééééééééééééééx" PRIMARY KEY ("table"),
  CONSTRAINT "Foreign ""q"" 's' a.b $1 Üñ漢;--
/*" FOREIGN KEY ("c_ééééééééééééééééééééééééééééééx") REFERENCES "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" ON DELETE CASCADE);
CREATE TABLE "select"."where" ("group" int CONSTRAINT "primary" PRIMARY KEY, "Order" int CONSTRAINT "check" CHECK ("Order" > 0),
  "user" "select"."user" DEFAULT 'TABLE') PARTITION BY RANGE ("group");
CREATE TABLE "select"."limit" PARTITION OF "select"."where" FOR VALUES FROM (0) TO (10);
CREATE TABLE "select"."Limit" PARTITION OF "select"."where" DEFAULT;
CREATE INDEX "Index ""q"" 's' a.b $1 Üñ漢;--
/*" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" ("Upper" text_pattern_ops, lower("Upper")) WHERE "Upper" <> 'a.b, c';
CREATE UNIQUE INDEX "index_ééééééééééééééééééééééééééééx" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" ("c_ééééééééééééééééééééééééééééééx") INCLUDE ("table");
CREATE INDEX "desc" ON "select"."where" ("Order" DESC);
ALTER TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" CLUSTER ON "key_éééééééééééééééééééééééééééééx";
CREATE UNIQUE INDEX "Identity index ""q"" 's' a.b $1 Üñ漢;--
/*" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" ("c_ééééééééééééééééééééééééééééééx", "table");
ALTER TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" REPLICA IDENTITY USING INDEX "Identity index ""q"" 's' a.b $1 Üñ漢;--
/*";
CREATE TRIGGER "Trigger ""q"" 's' a.b $1 Üñ漢;--
/*" BEFORE UPDATE OF "Upper" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" FOR EACH ROW EXECUTE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."function_ééééééééééééééééééééééééééé"();
CREATE TRIGGER "trigger_éééééééééééééééééééééééééééx" AFTER UPDATE ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" REFERENCING OLD TABLE AS "Old ""q"" 's' a.b $1 Üñ漢;--
/*" NEW TABLE AS "new" FOR EACH STATEMENT
  EXECUTE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."function_ééééééééééééééééééééééééééé"('q"q''q\q');
CREATE CONSTRAINT TRIGGER "deferrable" AFTER INSERT ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" FROM "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" DEFERRABLE FOR EACH ROW EXECUTE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."function_ééééééééééééééééééééééééééé"();
ALTER TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" DISABLE TRIGGER "Trigger ""q"" 's' a.b $1 Üñ漢;--
/*";
CREATE VIEW "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."View ""q"" 's' a.b $1 Üñ漢;--
/*" AS SELECT "Column ""q"" 's' a.b $1 Üñ漢;--
/*" AS "Alias ""q"" 's' a.b $1 Üñ漢;--
/*", "select", count(*) AS "count" FROM "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" GROUP BY "Column ""q"" 's' a.b $1 Üñ漢;--
/*";
CREATE VIEW "select"."view" AS SELECT "select"."where".*, 1 AS "as" FROM "select"."where";
CREATE MATERIALIZED VIEW "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Stored ""q"" 's' a.b $1 Üñ漢;--
/*" AS SELECT * FROM "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."View ""q"" 's' a.b $1 Üñ漢;--
/*";
CREATE UNIQUE INDEX "Stored index ""q"" 's' a.b $1 Üñ漢;--
/*" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Stored ""q"" 's' a.b $1 Üñ漢;--
/*" ("Alias ""q"" 's' a.b $1 Üñ漢;--
/*");
CREATE PUBLICATION "Publication ""q"" 's' a.b $1 Üñ漢;--
/*" FOR TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*", "select"."where";
COMMENT ON SCHEMA "Schema ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "SCHEMA"
üñ';
ALTER SCHEMA "Schema ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON TYPE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Enum ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "TYPE"
üñ';
ALTER TYPE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Enum ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON TYPE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Pair ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "TYPE"
üñ';
ALTER TYPE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Pair ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON DOMAIN "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Domain ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "DOMAIN"
üñ';
ALTER DOMAIN "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Domain ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "TABLE"
üñ';
ALTER TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON SEQUENCE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Sequence ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "SEQUENCE"
üñ';
ALTER SEQUENCE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Sequence ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON VIEW "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."View ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "VIEW"
üñ';
ALTER VIEW "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."View ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON MATERIALIZED VIEW "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Stored ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "MATERIALIZED VIEW"
üñ';
ALTER MATERIALIZED VIEW "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Stored ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON PROCEDURE "select"."call"("end" int) IS 'it''s \ "PROCEDURE"
üñ';
ALTER PROCEDURE "select"."call"("end" int) OWNER TO "Ro""le's. Ünï
x";
COMMENT ON AGGREGATE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Aggregate ""q"" 's' a.b $1 Üñ漢;--
/*"("Argument ""q"" 's' a.b $1 Üñ漢;--
/*" int) IS 'it''s \ "AGGREGATE"
üñ';
ALTER AGGREGATE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Aggregate ""q"" 's' a.b $1 Üñ漢;--
/*"("Argument ""q"" 's' a.b $1 Üñ漢;--
/*" int) OWNER TO "Ro""le's. Ünï
x";
COMMENT ON FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Constant ""q"" 's' a.b $1 Üñ漢;--
/*"() IS 'it''s \ "FUNCTION"
üñ';
ALTER FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Constant ""q"" 's' a.b $1 Üñ漢;--
/*"() OWNER TO "Ro""le's. Ünï
x";
COMMENT ON PUBLICATION "Publication ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "PUBLICATION"
üñ';
ALTER PUBLICATION "Publication ""q"" 's' a.b $1 Üñ漢;--
/*" OWNER TO "Ro""le's. Ünï
x";
COMMENT ON INDEX "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Index ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "INDEX"
üñ';
COMMENT ON COLUMN "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*"."Column ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "COLUMN"
üñ';
COMMENT ON COLUMN "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Pair ""q"" 's' a.b $1 Üñ漢;--
/*"."Field ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s \ "COLUMN"
üñ';
COMMENT ON CONSTRAINT "Check ""q"" 's' a.b $1 Üñ漢;--
/*" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s';
COMMENT ON CONSTRAINT "Foreign ""q"" 's' a.b $1 Üñ漢;--
/*" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."table_ééééééééééééééééééééééééééééx" IS 'it''s';
COMMENT ON TRIGGER "Trigger ""q"" 's' a.b $1 Üñ漢;--
/*" ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s';
COMMENT ON CONSTRAINT "Domain check ""q"" 's' a.b $1 Üñ漢;--
/*" ON DOMAIN "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Domain ""q"" 's' a.b $1 Üñ漢;--
/*" IS 'it''s';
GRANT SELECT ("Column ""q"" 's' a.b $1 Üñ漢;--
/*", "select"), INSERT ON "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" TO app_user WITH GRANT OPTION;
GRANT SELECT ("group") ON "select"."where" TO "Ro""le's. Ünï
x";
GRANT USAGE ON SCHEMA "select" TO "Ro""le's. Ünï
x" WITH GRANT OPTION;
GRANT EXECUTE ON PROCEDURE "select"."call"("end" int) TO app_user;
INSERT INTO "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" ("Upper") VALUES ('"'), ('a''b');
