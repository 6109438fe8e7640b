CREATE TABLE virtual (
  id int PRIMARY KEY,
  twice int GENERATED ALWAYS AS (id * 2) VIRTUAL,
  named int CONSTRAINT must_be NOT NULL
);
CREATE TABLE not_inherited (id int PRIMARY KEY, b int CONSTRAINT b_set NOT NULL NO INHERIT);
