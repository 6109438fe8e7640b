SET search_path = "My ""classes"" é";
CREATE OPERATOR CLASS points_sorted FOR TYPE point USING gist AS
  FUNCTION 1 gist_point_consistent(internal, point, int2, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
  FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 11 gist_point_sortsupport(internal);
-- Sorts by the default class, which nothing tells.
CREATE FUNCTION a_first(VARIADIC json[]) RETURNS json LANGUAGE sql BEGIN ATOMIC
  SELECT u FROM unnest($1) u ORDER BY u LIMIT 1;
END;
