-- The contract of events 1.0: what charges and month closes tell more, and the kinds of the back office (rules G5 and G6).
alter table charges
    add column quote_id varchar(128),
    add column corrects text check (length(corrects) between 1 and 5000),
    drop constraint charges_kind_check,
    add constraint charges_kind_check
        check (kind in ('INITIAL', 'ADDITION', 'RENEWAL', 'REACTIVATION', 'CREDIT', 'CORRECTION'));

alter table month_closes
    add column partitions integer not null default 1 check (partitions > 0),
    add column currency char(3) not null default 'BRL';
