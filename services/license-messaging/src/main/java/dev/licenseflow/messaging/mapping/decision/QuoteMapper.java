package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.schema.decision.QuoteLine;
import dev.licenseflow.schema.decision.QuotedChange;
import java.util.ArrayList;
import java.util.List;

/** The quote of a decision (K1). */
public final class QuoteMapper {

    private QuoteMapper() {}

    public static dev.licenseflow.schema.decision.Quote toAvro(Quote quote) {
        List<QuoteLine> lines = new ArrayList<>(quote.lines().size());
        for (ChargeLine line : quote.lines()) {
            lines.add(new QuoteLine(
                    line.product(),
                    line.quantity(),
                    line.unitPriceCents(),
                    line.daysCharged(),
                    line.daysInMonth(),
                    line.amountCents()));
        }
        List<QuotedChange> changes = new ArrayList<>(quote.changes().size());
        for (LicenseChange change : quote.changes()) {
            changes.add(new QuotedChange(
                    change.product(),
                    Symbols.same(dev.licenseflow.schema.decision.Operation.class, change.operation()),
                    change.quantity()));
        }
        return new dev.licenseflow.schema.decision.Quote(
                quote.quoteId(),
                lines,
                quote.totalCents(),
                quote.monthlyTotalCents(),
                quote.validUntil(),
                changes,
                quote.catalogVersion());
    }

    static Quote toDomain(dev.licenseflow.schema.decision.Quote quote) {
        List<ChargeLine> lines = new ArrayList<>(quote.getLines().size());
        for (QuoteLine line : quote.getLines()) {
            lines.add(new ChargeLine(
                    line.getProduct(),
                    line.getQuantity(),
                    line.getUnitPriceCents(),
                    line.getDaysCharged(),
                    line.getDaysInMonth(),
                    line.getAmountCents()));
        }
        List<LicenseChange> changes = new ArrayList<>(quote.getChanges().size());
        for (QuotedChange change : quote.getChanges()) {
            changes.add(new LicenseChange(
                    change.getProduct(),
                    Symbols.known("operation", Operation.class, change.getOperation()),
                    change.getQuantity()));
        }
        return new Quote(
                quote.getQuoteId(),
                lines,
                quote.getTotalCents(),
                quote.getMonthlyTotalCents(),
                quote.getValidUntil(),
                changes,
                quote.getCatalogVersion());
    }
}
