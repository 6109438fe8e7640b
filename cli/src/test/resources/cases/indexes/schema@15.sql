CREATE UNIQUE INDEX docs_nulls ON docs (flag, id) NULLS NOT DISTINCT;
