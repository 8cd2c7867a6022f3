-- An entry is published at least once (ADR 21): where it stands on the topic is not noted any more. Their checks go with the columns.
alter table outbox drop column partition, drop column record_offset;

-- Of each customer the first unpublished entry is looked for.
drop index outbox_unpublished;
create index outbox_unpublished on outbox (customer_id, seq) where published_at is null;
