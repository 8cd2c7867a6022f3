-- The license's partner alone is the owner of a customer. Before there is a license, an id is nobody's: each partner that has noted
-- a customer or asked for something under it has its own.

alter table customers drop constraint customers_pkey;
alter table customers add primary key (partner_id, customer_id);

alter table requests drop constraint requests_customer_id_request_id_key;
alter table requests add unique (customer_id, request_id, partner_id);

-- The schemas with which decisions were stored, by the fingerprint that stands in front of each (Avro's single-object encoding).
create table decision_schemas (
    fingerprint bigint primary key,
    content text not null
);

-- Decisions that were stored before they had a partner; the portal's start enters them again and drops this table.
alter table decisions rename to decisions_without_partner;
alter index decisions_pkey rename to decisions_without_partner_pkey;
drop index decisions_of_customer;
drop index decisions_by_cause;

-- The partner is who may read the decision; null: nobody here. Registers: by it the partner owns the customer.
create table decisions (
    partition int not null,
    record_offset bigint not null,
    customer_id text not null,
    partner_id text,
    registers boolean not null,
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
