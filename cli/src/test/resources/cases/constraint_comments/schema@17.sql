COMMENT ON CONSTRAINT given_not_null ON DOMAIN app.given IS 'of a domain''s NOT NULL';
CREATE DOMAIN app.named AS int CONSTRAINT "Given ""q""" NOT NULL DEFAULT 5;
COMMENT ON CONSTRAINT "Given ""q""" ON DOMAIN app.named IS 'named';
CREATE DOMAIN app.named_without AS text CONSTRAINT must NOT NULL CONSTRAINT must_not CHECK (VALUE <> '');
CREATE DOMAIN app.a_domain_whose_name_is_so_long_that_its_constraint_has_a_shorter AS int NOT NULL;
CREATE DOMAIN app."ä_domain_whose_näme_is_sö_löng_thät_its_cönsträint_häs" AS int NOT NULL;
