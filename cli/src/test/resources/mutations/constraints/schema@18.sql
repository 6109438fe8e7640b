CREATE TABLE app.booked (room int4range, during daterange,
  CONSTRAINT booked_key PRIMARY KEY (room, during WITHOUT OVERLAPS), CONSTRAINT booked_flat UNIQUE (room, during));
CREATE TABLE app.held (room int4range, during daterange,
  CONSTRAINT held_unique UNIQUE (room, during WITHOUT OVERLAPS),
  CONSTRAINT held_fk FOREIGN KEY (room, PERIOD during) REFERENCES app.booked (room, PERIOD during));
