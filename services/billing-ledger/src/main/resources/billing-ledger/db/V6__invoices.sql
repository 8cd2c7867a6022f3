-- Open charges grouped for payment. An invoice is never changed but for its cancellation; its state follows from its charges (ADR 22).
create sequence invoice_numbers;

create table invoices (
    -- Also the txid of its PIX code.
    number          varchar(25)  primary key check (number ~ '^[A-Z0-9]{1,25}$'),
    seq             bigint       not null unique,
    partner_id      varchar(128) not null check (partner_id <> ''),
    -- Null: of all customers of the partner.
    customer_id     varchar(128) check (customer_id <> ''),
    currency        char(3)      not null check (currency ~ '^[A-Z]{3}$'),
    amount_cents    bigint       not null check (amount_cents > 0),
    due_by          date         not null,
    created_at      timestamptz  not null,
    cancelled_at    timestamptz
);
create index invoices_by_partner on invoices (partner_id, seq);

create table invoice_lines (
    number          varchar(25)  not null references invoices,
    charge_id       text         not null references charges,
    -- What was owed on the charge when the invoice was made.
    amount_cents    bigint       not null check (amount_cents > 0),
    primary key (number, charge_id)
);
create index invoice_lines_by_charge on invoice_lines (charge_id);

-- The invoice that a settlement pays. Null: none.
alter table settlements add column invoice_number varchar(25) references invoices;
create index settlements_by_invoice on settlements (invoice_number) where invoice_number is not null;

-- A line that pays an invoice makes one settlement per customer, so it names the invoice and no settlement.
alter table bank_return_lines
    add column invoice_number varchar(25) references invoices,
    drop constraint bank_return_lines_check1,
    add constraint bank_return_lines_paid_check check (
        case result when 'REFUSED' then settlement_id is null
            else (settlement_id is not null) <> (invoice_number is not null) end);

create view invoice_states as
select i.*, s.open_cents,
    case
        when i.cancelled_at is not null then 'CLOSED'
        when s.unchanged and not exists (select 1 from settlements p where p.invoice_number = i.number) then 'OPEN'
        when s.paid_by_it and s.settled then 'PAID'
        when s.paid_by_it then 'SETTLING'
        else 'CLOSED'
    end as state
from invoices i
cross join lateral (
    select
        bool_and(c.status = 'OPEN' and c.amount_cents + c.credits_cents = l.amount_cents) as unchanged,
        bool_and(c.status <> 'OPEN' and p.invoice_number is not distinct from i.number) as paid_by_it,
        bool_and(c.status = 'SETTLED') as settled,
        coalesce(sum(c.amount_cents + c.credits_cents) filter (where c.status = 'OPEN'), 0)::bigint as open_cents
    from invoice_lines l
    join charges c on c.charge_id = l.charge_id
    left join settlements p on p.customer_id = c.customer_id and p.settlement_id = c.settlement_id
    where l.number = i.number) s;
