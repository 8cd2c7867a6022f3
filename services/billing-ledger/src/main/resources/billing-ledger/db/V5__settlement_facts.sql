-- What a settlement tells for the record (rule G7). Null: not told. A day without a time is in paid_on.
alter table settlements
    add column paid_at timestamptz,
    add column received_cents bigint check (received_cents >= 0),
    add column method varchar(128),
    add column reference varchar(128),
    add column settled_by varchar(128),
    add column reason varchar(500);
