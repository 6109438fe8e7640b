CREATE PUBLICATION "publication_éééééééééééééééééééééééééx" FOR TABLE "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" ("Column ""q"" 's' a.b $1 Üñ漢;--
/*", "Upper") WHERE ("Upper" <> 'a''b');
CREATE PUBLICATION "all" FOR TABLES IN SCHEMA "Schema ""q"" 's' a.b $1 Üñ漢;--
/*", "select";
