#!/usr/bin/env bash
# Gives each service that needs one a role and a database of its own; may run again, also to change a password.
# PGHOST, PGUSER and PGPASSWORD name the server and its administrator.
set -euo pipefail

database() {
  DATABASE_PASSWORD=$2 psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=name="$1" --dbname=postgres <<'SQL'
\getenv password DATABASE_PASSWORD
SELECT format('CREATE ROLE %I LOGIN', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
  echo "database $1 is ready"
}

database billing "$BILLING_DATABASE_PASSWORD"
database portal "$PORTAL_DATABASE_PASSWORD"
