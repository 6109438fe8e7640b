-- Every version of every extension that can be installed, with the comment that it comes with.
SELECT name, version, comment
FROM pg_available_extension_versions
ORDER BY name, version
