package dev.licenseflow.processor.query;

import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.LicenseStateMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.mapping.decision.QuoteMapper;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A customer as the read API shows it: what the licenses topic shows, and what only the store knows (L2). */
record CustomerJson(RecordJson records) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** @param decisions the latest ones, the newest first */
    String write(CustomerLicenses licenses, String currency, List<Decision> decisions, Instant asOf) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("asOf", records.format(asOf));
            json.writeName("licenses");
            records.write(LicenseStateMapper.toAvro(PublishedLicenses.of(licenses, currency)), json);
            writeOpenCharges(licenses, json);
            writeOpenQuote(licenses.quote(), json);
            json.writeArrayPropertyStart("decisions");
            decisions.forEach(decision -> records.write(DecisionMapper.toAvro(decision), json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    String write(Decision decision) {
        return records.write(DecisionMapper.toAvro(decision));
    }

    private void writeOpenQuote(LatestQuote latest, JsonGenerator json) {
        json.writeName("openQuote");
        Optional<Quote> open =
                latest.match(Optional::empty, quote -> Optional.of(quote.quote()), closed -> Optional.empty());
        open.ifPresentOrElse(quote -> records.write(QuoteMapper.toAvro(quote), json), json::writeNull);
    }

    private static void writeOpenCharges(CustomerLicenses licenses, JsonGenerator json) {
        json.writeArrayPropertyStart("openCharges");
        licenses.openCharges().forEach(charge -> {
            json.writeStartObject();
            json.writeStringProperty("chargeId", charge.chargeId());
            json.writeStringProperty("product", charge.product());
            json.writeStringProperty("month", charge.month().toString());
            json.writeNumberProperty("amountCents", charge.amountCents());
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
