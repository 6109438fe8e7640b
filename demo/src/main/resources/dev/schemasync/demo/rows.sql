-- A few thousand rows that are the same in every run, but for times and generated tokens.
SET ROLE encore_owner;

INSERT INTO reference.countries (code, name, dial_prefix, in_union) VALUES
    ('AT', 'Austria', '+43', true), ('CH', 'Switzerland', '+41', false),
    ('DE', 'Germany', '+49', true), ('FR', 'France', '+33', true),
    ('GB', 'United Kingdom', '+44', false), ('IE', 'Ireland', '+353', true),
    ('IT', 'Italy', '+39', true), ('NO', 'Norway', '+47', false);
INSERT INTO reference.currencies (code, minor_units, symbol) VALUES
    ('EUR', 2, '€'), ('CHF', 2, 'Fr.'), ('GBP', 2, '£'), ('NOK', 2, 'kr');
INSERT INTO reference.tax_rates (country, category, rate)
    SELECT code, category, rate
    FROM reference.countries,
         (VALUES ('culture', 0.07), ('food', 0.10), ('merchandise', 0.20)) AS t (category, rate);
INSERT INTO reference.genres (labels) VALUES
    ('{"en": "Drama", "de": "Schauspiel"}'), ('{"en": "Music", "de": "Musik"}'),
    ('{"en": "Dance", "de": "Tanz"}');
INSERT INTO reference.genres (parent_id, labels) VALUES
    (10, '{"en": "Comedy", "de": "Komödie"}'), (10, '{"en": "Tragedy", "de": "Tragödie"}'),
    (20, '{"en": "Opera", "de": "Oper"}'), (20, '{"en": "Musical", "de": "Musical"}');

INSERT INTO sales.tenants (name, country, currency)
    SELECT format('%s %s',
               (ARRAY['Royal', 'Little', 'Open Air', 'City', 'Old', 'New', 'Harbour'])[1 + n % 7],
               (ARRAY['Theatre', 'Opera', 'Playhouse', 'Stage', 'Globe'])[1 + n % 5]),
           (ARRAY['AT', 'CH', 'DE', 'FR', 'GB', 'IE', 'IT', 'NO'])[1 + n % 8],
           (ARRAY['EUR', 'CHF', 'EUR', 'EUR', 'GBP', 'EUR', 'EUR', 'NOK'])[1 + n % 8]
    FROM generate_series(1, 40) AS n;

INSERT INTO sales.venues (tenant_id, name, location)
    SELECT tenant_id, name || ' main hall', point(8 + tenant_id / 10.0, 47 + tenant_id / 7.0)
    FROM sales.tenants ORDER BY tenant_id;

INSERT INTO sales.seats (tenant_id, venue_id, "row", number, class)
    SELECT tenant_id, venue_id, chr(64 + r), n,
           (enum_range(NULL::sales.seat_class))[1 + (r - 1) % 5]
    FROM sales.venues, generate_series(1, 5) AS r, generate_series(1, 10) AS n;

INSERT INTO sales.customers (tenant_id, email, full_name, home, tags, standing, newsletter)
    SELECT tenant_id, format('guest.%s@theatre-%s.example', n, tenant_id),
           (ARRAY['Ada', 'Björn', 'Chloé', 'Dmitri', 'Eszter', 'Fionn'])[1 + n % 6] || ' '
           || (ARRAY['O''Neill', 'Müller', 'da Silva', 'Ångström', 'Novák'])[1 + n % 5],
           ROW(format('%s "High" Street', n), (10000 + n)::text, E'Back\\slash\ttown', country::character(2))::sales.address,
           CASE WHEN n % 4 = 0 THEN ARRAY['friend', 'a,b {c}', NULL] ELSE '{}' END,
           CASE WHEN n % 11 = 0 THEN 'blocked' ELSE 'active' END,
           n % 3 = 0
    FROM sales.tenants, generate_series(1, 25) AS n
    ORDER BY tenant_id, n;
UPDATE sales.customers SET referred_by = customer_id - 1
    WHERE email::text LIKE 'guest.%' AND email::text NOT LIKE 'guest.1@%' AND customer_id % 5 = 0;

INSERT INTO sales.shows (tenant_id, venue_id, genre_id, title, starts_at, blurb)
    SELECT tenant_id, venue_id, 10 * (1 + (tenant_id + n) % 7),
           (ARRAY['The Tempest', 'Carmen', 'Swan Lake', 'Tartuffe', 'Cabaret'])[1 + n % 5],
           timestamptz '2026-03-01 19:30+00' + n * interval '20 days',
           CASE WHEN n % 2 = 0 THEN 'Night ' || n || E' of the season.\nNo admission when late.' END
    FROM sales.venues, generate_series(1, 6) AS n
    ORDER BY tenant_id, n;

INSERT INTO sales.orders (tenant_id, customer_id, status, channel, currency, placed_at, note)
    SELECT c.tenant_id, c.customer_id,
           (ARRAY['paid', 'paid', 'cart', 'cancelled', 'partly refunded'])[1 + c.customer_id % 5]
               ::sales.order_status,
           (ARRAY['web', 'web', 'desk', 'phone'])[1 + c.customer_id % 4],
           t.currency,
           timestamptz '2025-12-20 10:00+00' + (c.customer_id % 300 + n) * interval '25 hours',
           CASE WHEN c.customer_id % 5 = 3 THEN 'ill' END
    FROM sales.customers c JOIN sales.tenants t USING (tenant_id), generate_series(1, 2) AS n
    ORDER BY c.tenant_id, c.customer_id, n;

-- The nth order of a theatre takes the nth seat, the theatre's shows one after the other.
INSERT INTO sales.order_items
        (tenant_id, order_id, line, show_id, venue_id, "row", number, price, reduction)
    SELECT o.tenant_id, o.order_id, s.line, s.show_id, s.venue_id, s."row", s.number,
           20 + 5 * (s.number % 4), CASE WHEN s.number % 5 = 0 THEN 0.25 ELSE 0 END
    FROM (SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY order_id) AS place
          FROM sales.orders) AS o
    JOIN (SELECT w.tenant_id, w.show_id, x.venue_id, x."row", x.number,
                 row_number() OVER (PARTITION BY w.tenant_id, w.show_id
                                    ORDER BY x."row", x.number) AS place,
                 row_number() OVER (PARTITION BY w.tenant_id, x."row", x.number
                                    ORDER BY w.show_id) AS line
          FROM sales.shows w JOIN sales.seats x USING (tenant_id, venue_id)) AS s
      ON s.tenant_id = o.tenant_id AND s.place = o.place AND s.line <= 1 + o.order_id % 3;

INSERT INTO sales.payments (tenant_id, order_id, paid_on, method, amount)
    SELECT o.tenant_id, o.order_id, (o.placed_at AT TIME ZONE 'UTC')::date,
           (ARRAY['card', 'wallet', 'voucher', 'cash'])[1 + o.order_id % 4], sum(i.to_pay)
    FROM sales.orders o JOIN sales.order_items i USING (tenant_id, order_id)
    WHERE o.status IN ('paid', 'partly refunded')
    GROUP BY o.tenant_id, o.order_id, o.placed_at
    ORDER BY o.tenant_id, o.order_id;

INSERT INTO audit.webhooks (tenant_id, delivery, url, answer)
    SELECT tenant_id, token, 'https://theatre-' || tenant_id || '.example/hook',
           CASE WHEN order_id % 9 = 0 THEN 503 ELSE 200 END
    FROM sales.orders WHERE status = 'paid' ORDER BY order_id;

REFRESH MATERIALIZED VIEW reporting.revenue_by_month;
