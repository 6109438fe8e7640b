-- Roles belong to a server, not to a database, so no schema copy brings them along: run this on
-- every server, before the first stage.
CREATE ROLE encore_owner NOLOGIN;
CREATE ROLE encore_app NOLOGIN;
CREATE ROLE encore_analyst NOLOGIN;
