CREATE FUNCTION api.atomic(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC
  SELECT count(*) FROM items WHERE id > a;
  SELECT api.add(a, 3);
END;
CREATE FUNCTION api.returns(a items) RETURNS numeric LANGUAGE sql RETURN a.price * 2;
CREATE PROCEDURE api.atomic_work(OUT n int) LANGUAGE sql BEGIN ATOMIC
  INSERT INTO items (id, name) VALUES (1, 'semi;colon');
  SELECT api.atomic(5);
END;
