-- Once, as the superuser: psql -v ON_ERROR_STOP=1 -f roles.sql. Passwords afterwards: \password ingest_owner, \password ingest, ...
-- Of each database: who migrates it, whom its service signs in as, and what that becomes for consumers and jobs.
CREATE ROLE ingest_system NOLOGIN;
CREATE ROLE ingest LOGIN NOINHERIT IN ROLE ingest_system;
CREATE ROLE ingest_owner LOGIN BYPASSRLS IN ROLE ingest_system;
CREATE DATABASE ingest OWNER ingest_owner;

CREATE ROLE entry_system NOLOGIN;
CREATE ROLE entry LOGIN NOINHERIT IN ROLE entry_system;
CREATE ROLE entry_owner LOGIN BYPASSRLS IN ROLE entry_system;
CREATE DATABASE entry OWNER entry_owner;

CREATE ROLE outreach_system NOLOGIN;
CREATE ROLE outreach LOGIN NOINHERIT IN ROLE outreach_system;
CREATE ROLE outreach_owner LOGIN BYPASSRLS IN ROLE outreach_system;
CREATE DATABASE outreach OWNER outreach_owner;

CREATE ROLE reporting_system NOLOGIN;
CREATE ROLE reporting LOGIN NOINHERIT IN ROLE reporting_system;
CREATE ROLE reporting_owner LOGIN BYPASSRLS IN ROLE reporting_system;
CREATE DATABASE reporting OWNER reporting_owner;
