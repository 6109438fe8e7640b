-- With the access method that partitions get.
CREATE TABLE stored (a int PRIMARY KEY) PARTITION BY LIST (a) USING heap;
CREATE TABLE stored_below PARTITION OF stored FOR VALUES IN (1, 2) PARTITION BY LIST (a) USING heap;
CREATE TABLE stored_leaf PARTITION OF stored_below FOR VALUES IN (1);
