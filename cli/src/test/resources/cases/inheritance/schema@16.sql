-- From 16 on, a child can have an expression of its own.
CREATE TABLE made (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE made_otherwise (b int GENERATED ALWAYS AS (a * 3) STORED) INHERITS (made);
CREATE TABLE made_turned (b int GENERATED ALWAYS AS (a * 4) STORED, a int);
ALTER TABLE made_turned INHERIT made;
ALTER TABLE made REPLICA IDENTITY FULL;
ALTER TABLE made_otherwise REPLICA IDENTITY FULL;
ALTER TABLE made_turned REPLICA IDENTITY FULL;
