-- The condition: pg_get_expr cannot print one, for it has two relations, OLD and NEW. So it is cut
-- out of pg_get_triggerdef. What stands before and after it there is put together again from the
-- catalogs and compared, so nothing in a name or an argument can be taken for a part of the syntax;
-- if the text is not the expected one, condition is NULL although has_condition says true. Needs
-- standard_conforming_strings, which the session has on.
-- Arguments are strings that end with NUL, in the encoding of the database; they are split as hex
-- digits in pairs, each with a blank after it.
WITH chosen AS (
  SELECT t.oid, t.tgrelid, t.tgname, t.tgfoid, t.tgtype::int AS type, t.tgenabled, t.tgconstraint,
    t.tgconstrrelid, t.tgdeferrable, t.tginitdeferred, t.tgoldtable, t.tgnewtable, t.tgqual,
    n.nspname, c.relname, c.relkind,
    ARRAY(
      SELECT a.attname
      FROM unnest(t.tgattr::int2[]) WITH ORDINALITY u (attnum, position)
        JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = u.attnum
      ORDER BY u.position) AS columns,
    ARRAY(
      SELECT convert_from(decode(replace(p.digits, ' ', ''), 'hex'), getdatabaseencoding())
      FROM unnest(string_to_array(
          regexp_replace(encode(t.tgargs, 'hex'), '(..)', '\1 ', 'g'), '00 '))
        WITH ORDINALITY p (digits, position)
      WHERE p.position <= t.tgnargs
      ORDER BY p.position) AS arguments
  FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT t.tgisinternal
    AND t.tgparentid = 0
    AND c.relkind IN ('r', 'p', 'f', 'v')
    AND c.relpersistence <> 't'
    AND n.nspname !~ '^(pg_|information_schema$)'
),
worded AS (
  SELECT c.*, p.proname, pn.nspname AS function_schema,
    CASE c.type & 66 WHEN 2 THEN 'BEFORE' WHEN 64 THEN 'INSTEAD OF' ELSE 'AFTER' END AS timing,
    array_remove(ARRAY[
      CASE WHEN c.type & 4 <> 0 THEN 'INSERT' END,
      CASE WHEN c.type & 8 <> 0 THEN 'DELETE' END,
      CASE WHEN c.type & 16 <> 0 THEN 'UPDATE' END,
      CASE WHEN c.type & 32 <> 0 THEN 'TRUNCATE' END], NULL) AS events
  FROM chosen c
    JOIN pg_proc p ON p.oid = c.tgfoid
    JOIN pg_namespace pn ON pn.oid = p.pronamespace
),
framed AS (
  SELECT w.*, pg_get_triggerdef(w.oid) AS definition,
    'CREATE ' || CASE WHEN w.tgconstraint <> 0 THEN 'CONSTRAINT ' ELSE '' END
      || 'TRIGGER ' || quote_ident(w.tgname) || ' ' || w.timing || ' '
      || replace(
           array_to_string(w.events, ' OR '), 'UPDATE',
           'UPDATE' || coalesce(
             ' OF ' || (
               SELECT string_agg(quote_ident(u.name), ', ' ORDER BY u.position)
               FROM unnest(w.columns) WITH ORDINALITY u (name, position)), ''))
      || ' ON ' || quote_ident(w.nspname) || '.' || quote_ident(w.relname) || ' '
      || CASE WHEN w.tgconstraint = 0 THEN '' ELSE
           CASE WHEN w.tgconstrrelid = 0 THEN '' ELSE 'FROM ' || w.tgconstrrelid::regclass || ' ' END
           || CASE WHEN w.tgdeferrable THEN '' ELSE 'NOT ' END || 'DEFERRABLE INITIALLY '
           || CASE WHEN w.tginitdeferred THEN 'DEFERRED ' ELSE 'IMMEDIATE ' END
         END
      || CASE WHEN w.tgoldtable IS NULL AND w.tgnewtable IS NULL THEN '' ELSE 'REFERENCING ' END
      || coalesce('OLD TABLE AS ' || quote_ident(w.tgoldtable) || ' ', '')
      || coalesce('NEW TABLE AS ' || quote_ident(w.tgnewtable) || ' ', '')
      || CASE WHEN w.type & 1 <> 0 THEN 'FOR EACH ROW ' ELSE 'FOR EACH STATEMENT ' END
      || 'WHEN (' AS before,
    -- pg_catalog is searched even under an empty search_path, so its functions stand unqualified.
    ') EXECUTE FUNCTION '
      || CASE WHEN w.function_schema = 'pg_catalog' THEN ''
           ELSE quote_ident(w.function_schema) || '.' END
      || quote_ident(w.proname) || '('
      || coalesce((
           SELECT string_agg(
             '''' || replace(u.value, '''', '''''') || '''', ', ' ORDER BY u.position)
           FROM unnest(w.arguments) WITH ORDINALITY u (value, position)), '')
      || ')' AS after
  FROM worded w
)
SELECT f.oid,
       f.tgrelid AS relation_oid,
       f.tgname AS name,
       f.timing,
       f.type & 1 <> 0 AS for_each_row,
       f.events,
       f.columns,
       f.tgoldtable AS old_table,
       f.tgnewtable AS new_table,
       f.tgqual IS NOT NULL AS has_condition,
       CASE
         WHEN f.tgqual IS NOT NULL
              AND left(f.definition, length(f.before)) = f.before
              AND right(f.definition, length(f.after)) = f.after
           THEN substr(f.definition,
                       length(f.before) + 1,
                       length(f.definition) - length(f.before) - length(f.after))
       END AS condition,
       f.function_schema,
       f.proname AS function_name,
       f.arguments,
       f.tgconstraint <> 0 AS is_constraint,
       f.tgconstraint AS constraint_oid,
       referenced_n.nspname AS referenced_schema,
       referenced.relname AS referenced_name,
       f.tgdeferrable AS deferrable,
       f.tginitdeferred AS initially_deferred,
       f.tgenabled AS state
FROM framed f
LEFT JOIN pg_class referenced ON referenced.oid = f.tgconstrrelid
LEFT JOIN pg_namespace referenced_n ON referenced_n.oid = referenced.relnamespace
ORDER BY f.nspname, f.relname, f.tgname
