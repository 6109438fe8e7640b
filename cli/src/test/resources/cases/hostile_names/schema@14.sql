CREATE FUNCTION "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Atomic ""q"" 's' a.b $1 Üñ漢;--
/*"("Argument ""q"" 's' a.b $1 Üñ漢;--
/*" int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT count("Upper") AS "Alias ""q"" 's' a.b $1 Üñ漢;--
/*" FROM "Schema ""q"" 's' a.b $1 Üñ漢;--
/*"."Table ""q"" 's' a.b $1 Üñ漢;--
/*" WHERE "Column ""q"" 's' a.b $1 Üñ漢;--
/*" > "Argument ""q"" 's' a.b $1 Üñ漢;--
/*";
END;
