GRANT USAGE ON TYPE declared TO app_user;
