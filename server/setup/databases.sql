-- The roles and databases of the production shape, for psql; running it again changes nothing but the passwords.
-- psql "$ADMIN_URL" -v temporal_password=… -v shenpi_password=… -f server/setup/databases.sql
\set ON_ERROR_STOP on

select format('create role %I login', name)
from (values ('temporal'), ('shenpi')) as wanted (name)
where not exists (select from pg_roles where rolname = name) \gexec

alter role temporal password :'temporal_password';
alter role shenpi password :'shenpi_password';

select format('create database %I owner %I encoding ''UTF8'' template template0', name, owner)
from (values ('temporal', 'temporal'), ('temporal_visibility', 'temporal'), ('shenpi', 'shenpi')) as wanted (name, owner)
where not exists (select from pg_database where datname = name) \gexec

-- Each role sees its own databases only.
revoke connect on database temporal, temporal_visibility, shenpi from public;
