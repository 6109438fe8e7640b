/**
 * Real PostgreSQL servers for tests, from one entry point with three providers.
 *
 * <p>{@link dev.schemasync.testkit.server.PostgresServers#get} gives a shared running server of a
 * major version, {@link dev.schemasync.testkit.server.PostgresServers#start} a private one with its
 * own settings. The system property {@code postgres} chooses where servers come from: {@code
 * embedded} (the default) runs packaged binaries, {@code container} asks a container engine, {@code
 * external} borrows a server that already runs.
 *
 * <p>The packaged binaries have no client programs, and hold these extensions besides {@code
 * plpgsql}: adminpack (to 16), amcheck, autoinc, bloom, btree_gin, btree_gist, citext, cube,
 * dblink, dict_int, dict_xsyn, earthdistance, file_fdw, fuzzystrmatch, hstore, insert_username,
 * intagg, intarray, isn, lo, ltree, moddatetime, old_snapshot (14 to 16), pageinspect,
 * pg_buffercache, pg_freespacemap, pg_logicalinspect (from 18), pg_prewarm, pg_stat_statements,
 * pg_surgery (from 14), pg_trgm, pg_visibility, pg_walinspect (from 15), pgcrypto, pgrowlocks,
 * pgstattuple, postgres_fdw, refint, seg, sslinfo, tablefunc, tcn, tsm_system_rows,
 * tsm_system_time, unaccent, uuid-ossp and xml2. The files of plperl and plpython3u are there too,
 * but load only where the very versions of Perl and Python they were built for are installed; pltcl
 * needs Tcl 8.6. PostGIS is not among them: that takes an image or an external server.
 *
 * <p>Nothing here knows the product under test, and main code never depends on it.
 */
@NullMarked
package dev.schemasync.testkit.server;

import org.jspecify.annotations.NullMarked;
