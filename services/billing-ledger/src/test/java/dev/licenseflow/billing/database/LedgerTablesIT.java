package dev.licenseflow.billing.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.billing.invoice.Invoice.InvoiceOrder;
import dev.licenseflow.domain.charge.Charge;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the code believes, the database enforces: whoever writes past the code is refused. */
class LedgerTablesIT {

    private static final Charge OPEN = Charges.of("cliente-1", "cloud", 4_990);
    private static final Charge SETTLING = Charges.of("cliente-1", "link-movel", 1_990);

    private static LedgerFixture ledger;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        ledger.deliver(OPEN, SETTLING, Charges.credit(OPEN, 10));
        ledger.settle(SETTLING);
        ledger.invoicing.create(
                new InvoiceOrder(Charges.PARTNER, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount_cents = 0",
                "amount_cents = unit_price_cents + 1",
                "quantity = 0",
                "unit_price_cents = 0",
                "days_charged = 0",
                "days_charged = 32",
                "days_in_month = 30",
                "currency = 'R$'",
                "currency = 'brl'",
                "month = '2026-13'",
                "month = '2026-04'",
                "due_by = '2026-03-30'",
                "kind = 'GIFT'",
                "kind = 'CORRECTION'",
                "kind = 'CREDIT', amount_cents = -1, corrects = 'x'",
                "quantity = 0, unit_price_cents = 0, days_charged = 0",
                "credits_cents = 1",
                "credits_cents = -4991",
                "status = 'LOST'",
                "status = 'SETTLED'",
                "status = 'SETTLING'",
                "settlement_id = 'none'",
                "settled_at = now()",
                "charge_id = ''",
                "catalog_version = 0"
            })
    void anOpenChargeThatCannotBeIsRefused(String change) {
        assertRefused("update charges set " + change + " where product = 'cloud' and kind <> 'CREDIT'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update charges set settlement_id = null where product = 'link-movel'",
                "update charges set settlement_id = 'unknown' where product = 'link-movel'",
                "update settlements set status = 'APPLIED'",
                "update settlements set decided_at = now()",
                "update settlements set outcome = null",
                "update settlements set origin = 'FOREIGN'",
                "update settlements set amount_cents = -1",
                "update settlements set reasons = '{}'",
                "insert into outbox (customer_id, settlement_id, recorded_at)"
                        + " select customer_id, settlement_id, now() from outbox",
                "insert into outbox (customer_id, settlement_id, recorded_at) values ('x', 'y', now())",
                "insert into settlement_lines values ('x', 'y', 'z', 'PENDING')",
                "delete from settlements",
                "insert into month_closes values ('2026-3', 0, 0, 0, 0, 0, 0, 0, 0)",
                "insert into month_closes values ('2026-03', -1, 0, 0, 0, 0, 0, 0, 0)"
            })
    void aSettlementThatCannotBeIsRefused(String write) {
        assertRefused(write);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount_cents = 0",
                "amount_cents = 1",
                "quantity = 1",
                "unit_price_cents = 1",
                "days_charged = 1",
                "corrects = null",
                "credits_cents = -1"
            })
    void aCreditThatCannotBeIsRefused(String change) {
        assertRefused("update charges set " + change + " where kind = 'CREDIT'");
    }

    @Test
    void aChargeCannotWaitForTwoSettlements() {
        assertRefused(
                "with other as (insert into settlements (customer_id, settlement_id, origin, outcome, status, amount_cents,"
                        + " requested_at) values ('cliente-1', 'second', 'LEDGER', 'PAID', 'PENDING', 1, now()) returning *)"
                        + " insert into settlement_lines select 'cliente-1', 'second', charge_id, 'PENDING' from settlement_lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update invoices set number = 'F:1'",
                "update invoices set amount_cents = 0",
                "update invoices set customer_id = ''",
                "update invoice_lines set charge_id = 'unknown'",
                "update invoice_lines set amount_cents = 0",
                "update settlements set invoice_number = 'F1'",
                "update settlements set received_cents = -1"
            })
    void anInvoiceThatCannotBeIsRefused(String write) {
        assertRefused(write);
    }

    private static void assertRefused(String write) {
        assertThatThrownBy(() -> ledger.database.client().sql(write).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
