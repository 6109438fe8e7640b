-- Every version of every extension that can be installed.
SELECT name, version
FROM pg_available_extension_versions
ORDER BY name, version
