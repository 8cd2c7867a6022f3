-- Credits and corrections of the back office (rules G5 and G6). They are not for licenses: quantity, price and days are 0.
alter table charges
    drop constraint charges_quantity_check,
    drop constraint charges_unit_price_cents_check,
    drop constraint charges_days_charged_check,
    drop constraint charges_amount_cents_check,
    drop constraint charges_check,
    drop constraint charges_check1,
    add constraint charges_amount_cents_check check ((kind = 'CREDIT') = (amount_cents < 0) and amount_cents <> 0),
    add constraint charges_days_check check (days_charged <= days_in_month),
    add constraint charges_line_check check (
        case
            when kind in ('CREDIT', 'CORRECTION') then quantity = 0 and unit_price_cents = 0 and days_charged = 0
            else quantity > 0 and unit_price_cents > 0 and days_charged > 0
                and amount_cents <= unit_price_cents * quantity::numeric
        end),
    add constraint charges_credit_check check (kind <> 'CREDIT' or corrects is not null),
    -- The sum of the credits that lower a charge: what is owed on it is its amount with them.
    add column credits_cents bigint not null default 0 check (credits_cents <= 0),
    add constraint charges_owed_check check (
        case when kind = 'CREDIT' then credits_cents = 0 else amount_cents + credits_cents >= 0 end);

-- A hash, since an id may be longer than a tree takes.
create index charges_credits on charges using hash (corrects) where kind = 'CREDIT';

-- What the processor settled on a charge. Null: nothing, or it was settled before this column was there.
alter table settlement_lines add column settled_cents bigint check (settled_cents >= 0);
