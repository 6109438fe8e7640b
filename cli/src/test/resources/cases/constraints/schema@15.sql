CREATE TABLE nulls_alike (id int PRIMARY KEY, a int, b int,
  CONSTRAINT alike UNIQUE NULLS NOT DISTINCT (a, b),
  CONSTRAINT unlike UNIQUE (b, a));
CREATE TABLE tenant_child (id int PRIMARY KEY, tenant text, parent_a int,
  FOREIGN KEY (parent_a, tenant) REFERENCES parent (a, b) ON DELETE SET NULL (parent_a),
  CONSTRAINT to_default FOREIGN KEY (tenant, parent_a) REFERENCES parent (b, a) ON DELETE SET DEFAULT (parent_a));
