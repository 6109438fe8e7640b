CREATE FUNCTION "Of the planner".region(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 2)';
CREATE STATISTICS of_expression ON (lower(city)) FROM visits;
CREATE STATISTICS of_both (mcv, dependencies) ON zip, ("Of the planner".region(zip)), (city IN ('a', 'b; c')) FROM visits;
CREATE STATISTICS of_two ON (id % 7), (id % 10) FROM visits;
ALTER STATISTICS of_expression SET STATISTICS 3;
