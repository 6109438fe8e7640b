CREATE TABLE app.compressed (a text COMPRESSION pglz);
