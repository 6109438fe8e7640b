-- Every version of every extension that can be installed, with the comment that it comes with,
-- whether only a superuser can do so, and whether it is installed where no version is named.
SELECT v.name,
       v.version,
       v.comment,
       v.superuser AND NOT v.trusted AS needs_superuser,
       v.version = e.default_version AS is_usual
FROM pg_available_extension_versions v
JOIN pg_available_extensions e ON e.name = v.name
ORDER BY v.name, v.version
