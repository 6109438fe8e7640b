CREATE SCHEMA words;
CREATE SCHEMA "Words ""q"" 's' a.b;--
/*";
CREATE EXTENSION unaccent SCHEMA words;
-- Functions under names of our own, with namesakes that take other arguments.
CREATE FUNCTION words.starts(internal, int) RETURNS internal LANGUAGE internal AS 'prsd_start';
CREATE FUNCTION words.starts(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "Words ""q"" 's' a.b;--
/*"."select"(internal, internal) RETURNS internal LANGUAGE internal AS 'thesaurus_lexize';
DROP FUNCTION "Words ""q"" 's' a.b;--
/*"."select"(internal, internal);
CREATE FUNCTION "Words ""q"" 's' a.b;--
/*"."select"(internal) RETURNS internal LANGUAGE internal AS 'dsimple_init';
CREATE TEXT SEARCH PARSER words.plain (
  START = words.starts, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH PARSER "Words ""q"" 's' a.b;--
/*"."Parser ""q"" 's'" (
  START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
COMMENT ON TEXT SEARCH PARSER words.plain IS 'it''s plain';
CREATE TEXT SEARCH TEMPLATE words.bare (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH TEMPLATE "Words ""q"" 's' a.b;--
/*"."Template ""q"" 's'" (INIT = "Words ""q"" 's' a.b;--
/*"."select", LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE "Words ""q"" 's' a.b;--
/*"."Template ""q"" 's'" IS 'a template';

CREATE TEXT SEARCH DICTIONARY words.without (TEMPLATE = simple);
CREATE TEXT SEARCH DICTIONARY words.stopped (TEMPLATE = pg_catalog.simple, STOPWORDS = english, ACCEPT = false);
CREATE TEXT SEARCH DICTIONARY words.altered (TEMPLATE = snowball, LANGUAGE = english, STOPWORDS = english);
ALTER TEXT SEARCH DICTIONARY words.altered (STOPWORDS, LANGUAGE = german);
CREATE TEXT SEARCH DICTIONARY words.numbered (TEMPLATE = words.bare);
CREATE TEXT SEARCH DICTIONARY words.of_extension (TEMPLATE = words.unaccent, RULES = 'unaccent');
CREATE TEXT SEARCH DICTIONARY words.synonyms (TEMPLATE = synonym, SYNONYMS = synonym_sample, "casesensitive" = true);
CREATE TEXT SEARCH DICTIONARY words."A thesaurus" (
  TEMPLATE = thesaurus, DICTFILE = thesaurus_sample, DICTIONARY = words.altered);
CREATE TEXT SEARCH DICTIONARY "Words ""q"" 's' a.b;--
/*"."Dictionary ""q"" 's'" (TEMPLATE = "Words ""q"" 's' a.b;--
/*"."Template ""q"" 's'", "stopwords" = 'english');
ALTER TEXT SEARCH DICTIONARY words.stopped OWNER TO app_owner;
COMMENT ON TEXT SEARCH DICTIONARY words.stopped IS 'without stop words';

CREATE TEXT SEARCH CONFIGURATION words.copied (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION words.changed (COPY = pg_catalog.german);
ALTER TEXT SEARCH CONFIGURATION words.changed ALTER MAPPING FOR word, asciiword WITH words.unaccent, words.stopped, german_stem;
ALTER TEXT SEARCH CONFIGURATION words.changed ALTER MAPPING FOR hword WITH german_stem, words.unaccent;
ALTER TEXT SEARCH CONFIGURATION words.changed DROP MAPPING FOR url, host;
ALTER TEXT SEARCH CONFIGURATION words.changed ALTER MAPPING REPLACE simple WITH words.without;
ALTER TEXT SEARCH CONFIGURATION words.changed OWNER TO app_owner;
COMMENT ON TEXT SEARCH CONFIGURATION words.changed IS 'changed';
CREATE TEXT SEARCH CONFIGURATION words.empty (PARSER = "default");
CREATE TEXT SEARCH CONFIGURATION words.of_own (PARSER = words.plain);
ALTER TEXT SEARCH CONFIGURATION words.of_own ADD MAPPING FOR blank, asciiword, entity WITH words."A thesaurus", words.of_extension, words.synonyms, simple;
CREATE TEXT SEARCH CONFIGURATION "Words ""q"" 's' a.b;--
/*"."Configuration ""q"" 's'" (PARSER = "Words ""q"" 's' a.b;--
/*"."Parser ""q"" 's'");
ALTER TEXT SEARCH CONFIGURATION "Words ""q"" 's' a.b;--
/*"."Configuration ""q"" 's'" ADD MAPPING FOR word WITH "Words ""q"" 's' a.b;--
/*"."Dictionary ""q"" 's'";
-- Under one name.
CREATE TEXT SEARCH PARSER words.same (
  START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE words.same (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY words.same (TEMPLATE = words.same);
CREATE TEXT SEARCH CONFIGURATION words.same (PARSER = words.same);
ALTER TEXT SEARCH CONFIGURATION words.same ADD MAPPING FOR word WITH words.same;
CREATE TABLE words.same (id int PRIMARY KEY);

CREATE TABLE words.documents (
  id int PRIMARY KEY,
  body text,
  found tsvector GENERATED ALWAYS AS (to_tsvector('words.changed'::regconfig, body)) STORED,
  configuration regconfig DEFAULT 'words.copied',
  dictionary regdictionary DEFAULT 'words.without');
INSERT INTO words.documents VALUES (1, 'Häuser');
CREATE INDEX documents_body ON words.documents USING gin (
  to_tsvector('"Words ""q"" ''s'' a.b;--
/*"."Configuration ""q"" ''s''"'::regconfig, body));
CREATE MATERIALIZED VIEW words.lexemes AS SELECT id, to_tsvector('words.of_own'::regconfig, body) FROM words.documents;
