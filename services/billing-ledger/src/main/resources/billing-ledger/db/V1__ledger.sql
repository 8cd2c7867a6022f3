-- The ledger: what customers owe, how it was settled, and what is still to be published.
-- All amounts are whole cents; all months are those of the business zone, as 2026-03; all times are UTC.

create table settlements (
    customer_id     varchar(128) not null check (customer_id <> ''),
    settlement_id   varchar(128) not null check (settlement_id <> ''),
    seq             bigint generated always as identity unique,
    -- LEDGER: recorded here and published by the outbox. FOREIGN: known only from its decision.
    origin          varchar(16)  not null check (origin in ('LEDGER', 'FOREIGN')),
    -- Null: a foreign settlement of which nothing was open.
    outcome         varchar(16)  check (outcome in ('PAID', 'WAIVED')),
    status          varchar(16)  not null check (status in ('PENDING', 'APPLIED', 'REJECTED')),
    amount_cents    bigint       not null check (amount_cents >= 0),
    -- The day on which the customer paid, as the bank says. Null: not told.
    paid_on         date,
    requested_at    timestamptz  not null,
    decided_at      timestamptz,
    reasons         jsonb        not null default '[]' check (jsonb_typeof(reasons) = 'array'),
    primary key (customer_id, settlement_id),
    check (origin = 'FOREIGN' or outcome is not null),
    check (origin = 'LEDGER' or status <> 'PENDING'),
    check ((status = 'PENDING') = (decided_at is null))
);
create index settlements_by_status on settlements (status, seq);

-- The charges that a settlement names. No foreign key to charges: the topics are read side by side, so the decision on a charge
-- may be known before the charge is.
create table settlement_lines (
    customer_id     varchar(128) not null,
    settlement_id   varchar(128) not null,
    charge_id       text         not null check (length(charge_id) between 1 and 2000),
    result          varchar(16)  not null check (result in ('PENDING', 'SETTLED', 'NOT_OPEN')),
    primary key (customer_id, settlement_id, charge_id),
    foreign key (customer_id, settlement_id) references settlements
);
-- A charge is settled once, and waits for one settlement at a time.
create unique index settlement_lines_settled on settlement_lines (charge_id) where result = 'SETTLED';
create unique index settlement_lines_pending on settlement_lines (charge_id) where result = 'PENDING';

create table charges (
    -- Bounded, since what an index cannot hold is no constraint's fault and would look like an outage.
    charge_id        text         primary key check (length(charge_id) between 1 and 2000),
    seq              bigint generated always as identity unique,
    kind             varchar(16)  not null check (kind in ('INITIAL', 'ADDITION', 'RENEWAL', 'REACTIVATION')),
    customer_id      varchar(128) not null check (customer_id <> ''),
    partner_id       varchar(128) not null check (partner_id <> ''),
    product          varchar(128) not null check (product <> ''),
    quantity         integer      not null check (quantity > 0),
    unit_price_cents bigint       not null check (unit_price_cents > 0),
    days_charged     integer      not null check (days_charged > 0),
    days_in_month    integer      not null check (days_in_month between 28 and 31),
    amount_cents     bigint       not null check (amount_cents > 0),
    currency         char(3)      not null check (currency ~ '^[A-Z]{3}$'),
    month            char(7)      not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    due_by           date         not null,
    cause_id         varchar(128) not null check (cause_id <> ''),
    catalog_version  integer      not null check (catalog_version > 0),
    status           varchar(16)  not null default 'OPEN' check (status in ('OPEN', 'SETTLING', 'SETTLED')),
    settlement_id    varchar(128),
    settled_at       timestamptz,
    foreign key (customer_id, settlement_id) references settlements,
    check (days_charged <= days_in_month),
    check (amount_cents <= unit_price_cents * quantity::numeric),
    -- The last day of the month charged for (rule G1).
    check (due_by = ((month || '-01')::date + interval '1 month' - interval '1 day')::date),
    check (extract(day from due_by) = days_in_month),
    check ((status = 'OPEN') = (settlement_id is null)),
    check ((status = 'SETTLED') = (settled_at is not null))
);
create index charges_by_customer on charges (customer_id, month, seq);
create index charges_by_partner on charges (partner_id, month, customer_id);
create index charges_unsettled on charges (customer_id) where status <> 'SETTLED';

-- What is to be published on licensing.settlements; the payload is the settlement with its lines. seq is the order of
-- publishing, which for one customer is the order of recording: a settlement takes the customer's lock before its number.
create table outbox (
    seq             bigint generated always as identity primary key,
    customer_id     varchar(128) not null,
    settlement_id   varchar(128) not null,
    recorded_at     timestamptz  not null,
    published_at    timestamptz,
    partition       integer      check (partition >= 0),
    record_offset   bigint       check (record_offset >= 0),
    foreign key (customer_id, settlement_id) references settlements,
    unique (customer_id, settlement_id),
    unique (partition, record_offset),
    check ((published_at is null) = (record_offset is null)),
    check ((partition is null) = (record_offset is null))
);
create index outbox_unpublished on outbox (seq) where published_at is null;

-- What licensing.licenses says of a customer (rule L1), for the reconciliation.
create table license_balances (
    customer_id     varchar(128) primary key,
    partner_id      varchar(128) not null,
    status          varchar(16)  not null,
    revision        bigint       not null check (revision >= 0),
    open_cents      bigint       not null check (open_cents >= 0)
);

create table month_closes (
    month           char(7)  not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    partition       integer  not null check (partition >= 0),
    customers       bigint   not null check (customers >= 0),
    reduced         bigint   not null check (reduced >= 0),
    removed         bigint   not null check (removed >= 0),
    renewed         bigint   not null check (renewed >= 0),
    expired         bigint   not null check (expired >= 0),
    inactivated     bigint   not null check (inactivated >= 0),
    charges_cents   bigint   not null check (charges_cents >= 0),
    primary key (month, partition)
);

-- What a person must look at. A redelivery of the same thing raises no second alarm.
create table alarms (
    seq             bigint generated always as identity primary key,
    kind            varchar(32)  not null,
    subject         text         not null,
    detail          text         not null,
    raised_at       timestamptz  not null
);
create unique index alarms_once on alarms (kind, subject, md5(detail));

-- Records that could not be decoded, as they came, so that nothing is lost.
create table unreadable_records (
    topic           varchar(249) not null,
    partition       integer      not null check (partition >= 0),
    record_offset   bigint       not null check (record_offset >= 0),
    record_key      bytea,
    record_value    bytea,
    reason          text         not null,
    received_at     timestamptz  not null,
    primary key (topic, partition, record_offset)
);

-- The answers to writes, by the client's Idempotency-Key.
create table idempotency_keys (
    operation       varchar(64)  not null,
    idempotency_key varchar(128) not null check (idempotency_key <> ''),
    request_hash    char(64)     not null,
    answer_status   integer      check (answer_status between 200 and 299),
    answer_body     text,
    recorded_at     timestamptz  not null,
    primary key (operation, idempotency_key)
);
create index idempotency_keys_by_age on idempotency_keys (recorded_at);

-- Files of bank returns, by the SHA-256 of their bytes.
create table bank_returns (
    file_hash       char(64)     primary key check (file_hash ~ '^[0-9a-f]{64}$'),
    file_name       varchar(255) not null,
    received_at     timestamptz  not null
);

create table bank_return_lines (
    file_hash       char(64)     not null references bank_returns,
    line_number     integer      not null check (line_number >= 2),
    -- The bank's own id of the payment. Null: the line could not be read that far.
    line_id         varchar(64),
    charge_id       text,
    amount_cents    bigint       check (amount_cents > 0),
    paid_on         date,
    result          varchar(16)  not null check (result in ('SETTLING', 'REPEATED', 'REFUSED')),
    fault           varchar(32),
    detail          text,
    customer_id     varchar(128),
    settlement_id   varchar(128),
    primary key (file_hash, line_number),
    foreign key (customer_id, settlement_id) references settlements,
    check ((result = 'REFUSED') = (fault is not null)),
    check ((result = 'REFUSED') = (settlement_id is null))
);
-- A payment of the bank settles once, in whichever files it is told.
create unique index bank_return_lines_once on bank_return_lines (line_id) where result = 'SETTLING';
