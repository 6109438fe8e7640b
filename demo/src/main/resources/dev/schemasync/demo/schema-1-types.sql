-- Encore sells tickets for many theatres. Each theatre is a tenant: every table that has a
-- tenant_id is sharded by it, all others hold the same rows on every shard.
CREATE SCHEMA extensions;
GRANT USAGE ON SCHEMA extensions TO PUBLIC;
CREATE EXTENSION citext WITH SCHEMA extensions;
CREATE EXTENSION pg_trgm WITH SCHEMA extensions;

CREATE SCHEMA reference AUTHORIZATION encore_owner;
CREATE SCHEMA sales AUTHORIZATION encore_owner;
CREATE SCHEMA audit AUTHORIZATION encore_owner;
CREATE SCHEMA reporting AUTHORIZATION encore_owner;

SET ROLE encore_owner;

COMMENT ON SCHEMA reference IS 'What all theatres share; the same on every shard';
COMMENT ON SCHEMA sales IS 'Theatres, what they play and what they sell; sharded by tenant_id';
COMMENT ON SCHEMA audit IS E'Who did what, and what we told whom.\nNever updated.';

CREATE TYPE sales.order_status AS ENUM ('cart', 'paid', 'refunded', 'cancelled');
ALTER TYPE sales.order_status ADD VALUE 'partly refunded' BEFORE 'refunded';
COMMENT ON TYPE sales.order_status IS 'In the order in which an order can pass through them';

CREATE TYPE sales.seat_class AS ENUM ('stalls', 'circle', 'balcony', 'box', 'restricted view');

CREATE TYPE sales.address AS (
    street text,
    postal_code varchar(12),
    city text COLLATE "C",
    country character(2)
);

CREATE DOMAIN reference.country_code AS character(2)
    CONSTRAINT two_capitals CHECK (VALUE ~ '^[A-Z]{2}$');

CREATE DOMAIN reference.currency_code AS character(3) DEFAULT 'EUR' NOT NULL
    CONSTRAINT three_capitals CHECK (VALUE ~ '^[A-Z]{3}$');

CREATE DOMAIN sales.email AS extensions.citext
    CONSTRAINT one_at_sign CHECK (VALUE::text ~ '^[^@[:space:]]+@[^@[:space:]]+$');
COMMENT ON DOMAIN sales.email IS 'Compared without regard to case';

CREATE DOMAIN sales.price AS numeric(10, 2)
    CONSTRAINT not_negative CHECK (VALUE >= 0)
    CONSTRAINT believable CHECK (VALUE < 100000);
