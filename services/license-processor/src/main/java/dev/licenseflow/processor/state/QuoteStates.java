package dev.licenseflow.processor.state;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.messaging.state.StoredChange;
import dev.licenseflow.messaging.state.StoredClosedQuote;
import dev.licenseflow.messaging.state.StoredOpenQuote;
import dev.licenseflow.messaging.state.StoredOperation;
import dev.licenseflow.messaging.state.StoredQuoteEnd;
import dev.licenseflow.messaging.state.StoredQuoteLine;
import dev.licenseflow.messaging.state.StoredRenewalMethod;
import dev.licenseflow.messaging.state.StoredStatus;
import java.time.Instant;

/** The latest quote of a customer as it is stored, an open one with what it was made from (K3). */
final class QuoteStates {

    private QuoteStates() {}

    static StoredOpenQuote open(LatestQuote.Open open) {
        Quote quote = open.quote();
        return new StoredOpenQuote(
                quote.quoteId(),
                CustomerLicensesMapper.mapped(quote.lines(), QuoteStates::stored),
                quote.totalCents(),
                quote.monthlyTotalCents(),
                quote.validUntil().toEpochMilli(),
                CustomerLicensesMapper.mapped(quote.changes(), QuoteStates::stored),
                quote.catalogVersion(),
                CustomerLicensesMapper.products(open.products()),
                Symbols.same(StoredStatus.class, open.status()),
                Symbols.same(StoredRenewalMethod.class, open.renewalMethod()),
                open.partnerId());
    }

    static StoredClosedQuote closed(LatestQuote.Closed closed) {
        return new StoredClosedQuote(closed.quoteId(), Symbols.same(StoredQuoteEnd.class, closed.end()));
    }

    static LatestQuote latest(StoredOpenQuote open) {
        Quote quote = new Quote(
                open.getQuoteId(),
                CustomerLicensesMapper.mapped(open.getLines(), QuoteStates::line),
                open.getTotalCents(),
                open.getMonthlyTotalCents(),
                Instant.ofEpochMilli(open.getValidUntil()),
                CustomerLicensesMapper.mapped(open.getChanges(), QuoteStates::change),
                open.getCatalogVersion());
        return new LatestQuote.Open(
                quote,
                CustomerLicensesMapper.quantities(open.getProducts()),
                Symbols.same(LicenseStatus.class, open.getStatus()),
                Symbols.same(RenewalMethod.class, open.getRenewalMethod()),
                open.getPartnerId());
    }

    static LatestQuote latest(StoredClosedQuote closed) {
        return new LatestQuote.Closed(closed.getQuoteId(), Symbols.same(QuoteEnd.class, closed.getEnd()));
    }

    private static StoredQuoteLine stored(ChargeLine line) {
        return new StoredQuoteLine(
                line.product(),
                line.quantity(),
                line.unitPriceCents(),
                line.daysCharged(),
                line.daysInMonth(),
                line.amountCents());
    }

    private static ChargeLine line(StoredQuoteLine line) {
        return new ChargeLine(
                line.getProduct(),
                line.getQuantity(),
                line.getUnitPriceCents(),
                line.getDaysCharged(),
                line.getDaysInMonth(),
                line.getAmountCents());
    }

    private static StoredChange stored(LicenseChange change) {
        return new StoredChange(
                change.product(), Symbols.same(StoredOperation.class, change.operation()), change.quantity());
    }

    private static LicenseChange change(StoredChange change) {
        return new LicenseChange(
                change.getProduct(), Symbols.same(Operation.class, change.getOperation()), change.getQuantity());
    }
}
