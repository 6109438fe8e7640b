SET search_path = "My ""ops"" é";
CREATE FUNCTION atomic("it's") RETURNS boolean LANGUAGE sql BEGIN ATOMIC
  SELECT $1 < ROW(2)::"it's" AND $1 OPERATOR(other.>) ROW(2)::"it's";
END;
-- Made of a function that uses another one.
CREATE FUNCTION not_before("it's", "it's") RETURNS boolean LANGUAGE sql IMMUTABLE RETURN NOT $1 < $2;
CREATE OPERATOR >= (FUNCTION = not_before, LEFTARG = "it's", RIGHTARG = "it's", COMMUTATOR = <=, NEGATOR = <);
CREATE OPERATOR ||| (FUNCTION = array_append, LEFTARG = anycompatiblearray, RIGHTARG = anycompatible);
