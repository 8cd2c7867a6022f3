-- What is the portal's own. Names, tax ids and e-mail addresses stand here and on no topic (rule L3).

create table partners (
    partner_id text primary key check (partner_id <> ''),
    name text not null check (name <> '')
);

-- Somebody who has left keeps the name, which the history shows, and has no address to sign in with.
create table users (
    user_id bigint generated always as identity primary key,
    partner_id text not null references partners,
    email text unique check (email = lower(email) and email <> ''),
    name text not null check (name <> ''),
    password_hash text not null,
    failures int not null default 0 check (failures >= 0),
    locked_until timestamptz,
    -- How often all sessions of the person were ended: one that began before the last time counts no more.
    sessions_ended int not null default 0 check (sessions_ended >= 0)
);

-- Only the hash of a key is kept: who reads the table cannot use it.
create table api_keys (
    key_hash bytea primary key check (length(key_hash) = 32),
    partner_id text not null references partners,
    label text not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);

-- The license's partner alone is the owner of a customer. Before there is a license, an id is nobody's: each partner that has noted
-- a customer or asked for something under it has its own.
create table customers (
    customer_id text not null check (customer_id <> ''),
    partner_id text not null references partners,
    name text not null check (name <> ''),
    search_name text not null,
    tax_id text not null check (tax_id ~ '^([0-9]{11}|[0-9A-Z]{12}[0-9]{2})$'),
    -- How the customer is reached: an e-mail address, a phone number, a person. Empty: not known.
    contact text not null default '',
    registered_at timestamptz not null,
    -- The partner began anew with the tax id under another customer id, since this one is INACTIVE.
    superseded boolean not null default false,
    primary key (partner_id, customer_id)
);
create unique index customers_tax_id on customers (partner_id, tax_id) where not superseded;

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
    unique (customer_id, request_id, partner_id)
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
    open_charges_cents bigint not null check (open_charges_cents >= 0),
    renewal_scheduled boolean not null,
    cancelled boolean not null,
    -- Since when the partner has the customer, as far as it was read.
    since timestamptz not null
);
create index licenses_of_partner on licenses (partner_id);

-- The schemas with which decisions were stored, by the fingerprint that stands in front of each (Avro's single-object encoding).
create table decision_schemas (
    fingerprint bigint primary key,
    content text not null
);

-- One row for each decision that is no repetition; where it stands on the topic is its identity. The content is Avro. The partner is
-- to whom the decision is told; empty: nobody. Registers: by it the partner owns the customer. To owner: only who owned the customer
-- then is told such a decision.
create table decisions (
    partition int not null,
    record_offset bigint not null,
    customer_id text not null,
    partner_id text not null,
    registers boolean not null,
    to_owner boolean not null,
    cause text not null check (cause in ('REQUEST', 'SETTLEMENT', 'MONTH_CLOSE')),
    cause_id text not null,
    content bytea not null,
    primary key (partition, record_offset)
);
create index decisions_of_customer on decisions (customer_id, partner_id, record_offset);
create index decisions_by_cause on decisions (customer_id, cause_id);
create index decisions_that_register on decisions (customer_id) where registers;

-- Whose a customer is: what the licenses say, or an applied registration if that is read first.
create view owners as
    select customer_id, partner_id from licenses
    union all
    select d.customer_id, d.partner_id from decisions d
    where d.registers and not exists (select from licenses l where l.customer_id = d.customer_id);

-- What a partner's list shows: the customers that it has entered, without those that it owned and that another partner owns now; and
-- the customers whose licenses it has without having entered them, by their id.
create view partner_customers as
    select c.customer_id, c.partner_id, c.name, c.search_name, c.tax_id, c.contact, c.registered_at
    from customers c
    where not (
        exists (select from owners o where o.customer_id = c.customer_id and o.partner_id <> c.partner_id)
        and not exists (select from owners o where o.customer_id = c.customer_id and o.partner_id = c.partner_id)
        and exists (
            select from decisions d where d.customer_id = c.customer_id and d.partner_id = c.partner_id and d.to_owner))
    union all
    select l.customer_id, l.partner_id, l.customer_id, lower(l.customer_id), null, '', l.since
    from licenses l
    where not exists (select from customers c where c.customer_id = l.customer_id and c.partner_id = l.partner_id);

create table charges (
    charge_id text primary key,
    kind text not null check (kind in ('INITIAL', 'ADDITION', 'RENEWAL', 'REACTIVATION', 'CREDIT', 'CORRECTION')),
    customer_id text not null,
    partner_id text not null,
    product text not null,
    quantity int not null check (quantity >= 0),
    unit_price_cents bigint not null check (unit_price_cents >= 0),
    days_charged int not null check (days_charged between 0 and days_in_month),
    days_in_month int not null check (days_in_month between 28 and 31),
    amount_cents bigint not null,
    currency text not null,
    month text not null,
    cause_id text not null,
    catalog_version int not null,
    quote_id text,
    -- The charge that this one lowers or puts right (rules G5 and G6).
    corrects text,
    check (case kind when 'CREDIT' then amount_cents < 0 else amount_cents > 0 end)
);
create index charges_of_customer on charges (customer_id, month);
create index charges_of_partner on charges (partner_id, month);

-- Apart from the charges, since the decision that settles one may be read before it.
create table settled_charges (
    charge_id text primary key,
    settled_at timestamptz not null
);

-- Records that could not be read, as they came. They hold no personal data: topics carry ids (rule L3).
create table unreadable_records (
    topic           text         not null,
    partition       int          not null check (partition >= 0),
    record_offset   bigint       not null check (record_offset >= 0),
    record_key      bytea,
    record_value    bytea,
    reason          text         not null,
    received_at     timestamptz  not null,
    primary key (topic, partition, record_offset)
);
