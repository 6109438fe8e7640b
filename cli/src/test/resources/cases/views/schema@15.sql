CREATE VIEW reports.invoker WITH (security_invoker = on) AS SELECT id FROM orders;
