SET ROLE encore_owner;

CREATE VIEW reporting.sold_seats WITH (security_barrier = true) AS
    SELECT i.tenant_id, s.title, s.starts_at, i."row", i.number, i.to_pay, o.status
    FROM sales.order_items i
    JOIN sales.orders o USING (tenant_id, order_id)
    JOIN sales.shows s ON s.tenant_id = i.tenant_id AND s.show_id = i.show_id
    WHERE o.status IN ('paid', 'partly refunded');
COMMENT ON VIEW reporting.sold_seats IS 'Seats that somebody paid for';

CREATE VIEW reporting.best_sellers AS
    SELECT tenant_id, title, count(*) AS seats, sum(to_pay) AS revenue,
           rank() OVER (PARTITION BY tenant_id ORDER BY sum(to_pay) DESC) AS place
    FROM reporting.sold_seats
    GROUP BY tenant_id, title;

CREATE MATERIALIZED VIEW reporting.revenue_by_month AS
    SELECT tenant_id, date_trunc('month', paid_on)::date AS month, sum(amount) AS revenue
    FROM sales.payments
    GROUP BY 1, 2;
COMMENT ON MATERIALIZED VIEW reporting.revenue_by_month IS 'Refreshed each night';
CREATE UNIQUE INDEX revenue_by_month_key ON reporting.revenue_by_month (tenant_id, month);

-- Who may do what.
GRANT USAGE ON SCHEMA reference, sales TO encore_app;
GRANT USAGE ON SCHEMA reporting TO encore_app, encore_analyst WITH GRANT OPTION;
GRANT SELECT ON ALL TABLES IN SCHEMA reference TO encore_app, encore_analyst;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sales TO encore_app;
REVOKE DELETE ON sales.payments FROM encore_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA sales TO encore_app;
GRANT INSERT ON audit.activity TO encore_app;
GRANT SELECT ON ALL TABLES IN SCHEMA reporting TO encore_analyst;
GRANT SELECT (tenant_id, customer_id, standing, tags) ON sales.customers TO encore_analyst;
REVOKE EXECUTE ON PROCEDURE sales.cancel_order(bigint, bigint, text) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE sales.cancel_order(bigint, bigint, text) TO encore_app;
GRANT USAGE ON TYPE sales.order_status TO encore_analyst;
