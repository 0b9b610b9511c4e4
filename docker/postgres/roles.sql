-- Run once, by psql, when the database is made. Sink owns the tables, desk may only read them, and
-- the superuser can't log in over the network any more.
\getenv owner_password POSTGRES_PASSWORD
\getenv reader_password POSTGRES_READER_PASSWORD

create role onrecord login password :'owner_password';
alter database onrecord owner to onrecord;

create role onrecord_reader login password :'reader_password';
alter role onrecord_reader set default_transaction_read_only = on;
alter default privileges for role onrecord in schema public grant select on tables to onrecord_reader;

revoke all on database onrecord from public;
grant connect on database onrecord to onrecord_reader;

alter role postgres password null;
