-- What is the portal's own. Names, tax ids and e-mail addresses stand here and on no topic (rule L3).

create table partners (
    partner_id text primary key check (partner_id <> ''),
    name text not null check (name <> '')
);

create table users (
    user_id bigint generated always as identity primary key,
    partner_id text not null references partners,
    email text not null unique check (email = lower(email) and email <> ''),
    name text not null check (name <> ''),
    password_hash text not null,
    failures int not null default 0 check (failures >= 0),
    locked_until timestamptz
);

-- Only the hash of a key is kept: who reads the table cannot use it.
create table api_keys (
    key_hash bytea primary key check (length(key_hash) = 32),
    partner_id text not null references partners,
    label text not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);

create table customers (
    customer_id text primary key check (customer_id <> ''),
    partner_id text not null references partners,
    name text not null check (name <> ''),
    search_name text not null,
    tax_id text not null check (tax_id ~ '^([0-9]{11}|[0-9A-Z]{12}[0-9]{2})$'),
    registered_at timestamptz not null,
    unique (partner_id, tax_id)
);

-- The outbox, and afterwards the record of who asked for what. The content is the JSON of a request.
create table requests (
    seq bigint generated always as identity primary key,
    customer_id text not null,
    request_id text not null,
    partner_id text not null references partners,
    user_id bigint references users,
    content text not null,
    recorded_at timestamptz not null,
    published_at timestamptz,
    unique (customer_id, request_id)
);
create index requests_unpublished on requests (customer_id, seq) where published_at is null;

-- What the topics say. These tables can be emptied and read anew.
create table licenses (
    customer_id text primary key,
    partner_id text not null,
    system text not null,
    status text not null check (status in ('ACTIVE', 'EXPIRED', 'SUSPENDED', 'INACTIVE')),
    renewal_method text not null check (renewal_method in ('MANUAL', 'MANAGED_BILLING')),
    paid_through text not null,
    revision bigint not null check (revision > 0),
    products jsonb not null,
    open_charges_cents bigint not null check (open_charges_cents >= 0)
);

-- One row for each decision that is no repetition; where it stands on the topic is its identity. The content is Avro.
create table decisions (
    partition int not null,
    record_offset bigint not null,
    customer_id text not null,
    cause text not null check (cause in ('REQUEST', 'SETTLEMENT', 'MONTH_CLOSE')),
    cause_id text not null,
    content bytea not null,
    primary key (partition, record_offset)
);
create index decisions_of_customer on decisions (customer_id, record_offset);
create index decisions_by_cause on decisions (customer_id, cause_id);

create table charges (
    charge_id text primary key,
    kind text not null check (kind in ('INITIAL', 'ADDITION', 'RENEWAL', 'REACTIVATION')),
    customer_id text not null,
    partner_id text not null,
    product text not null,
    quantity int not null check (quantity > 0),
    unit_price_cents bigint not null check (unit_price_cents >= 0),
    days_charged int not null check (days_charged between 1 and days_in_month),
    days_in_month int not null check (days_in_month between 28 and 31),
    amount_cents bigint not null check (amount_cents > 0),
    currency text not null,
    month text not null,
    cause_id text not null,
    catalog_version int not null
);
create index charges_of_customer on charges (customer_id, month);
create index charges_of_partner on charges (partner_id, month);

-- Apart from the charges, since the decision that settles one may be read before it.
create table settled_charges (
    charge_id text primary key,
    settled_at timestamptz not null
);
