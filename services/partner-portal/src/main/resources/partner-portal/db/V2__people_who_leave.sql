-- Somebody who has left keeps the name, which the history shows, and has no address to sign in with.
alter table users alter column email drop not null;

-- How often all sessions of a person were ended: one that began before the last time counts no more.
alter table users add column sessions_ended int not null default 0 check (sessions_ended >= 0);
