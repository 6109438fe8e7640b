-- Every version of every extension that can be installed, with the comment that it comes with,
-- and whether only a superuser can do so.
SELECT name, version, comment, superuser AND NOT trusted AS needs_superuser
FROM pg_available_extension_versions
ORDER BY name, version
