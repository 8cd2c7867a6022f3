package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.testkit.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A decision with all that was written in its transaction (G3).
 *
 * @param charges in the order in which they were written
 * @param licenses absent if nothing changed that the licenses topic shows
 */
record DecisionRecords(Decision decision, List<Charge> charges, Optional<LicenseState> licenses) {

    /** The records as text, in the order in which they are written. */
    List<RecordText> texts(RecordJson json) {
        List<RecordText> texts = new ArrayList<>();
        texts.add(text("decisions", DecisionMapper.toAvro(decision), json));
        charges.forEach(charge -> texts.add(text("charges", ChargeMapper.toAvro(charge), json)));
        licenses.ifPresent(state -> texts.add(text("licenses", state, json)));
        return texts;
    }

    private RecordText text(String topic, SpecificRecord record, RecordJson json) {
        return new RecordText(topic, decision.customerId(), json.format(decision.decidedAt()), json.write(record));
    }

    /** The charges that a decision settled. */
    static List<Effect.ChargeSettled> settledBy(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.ChargeSettled.class::isInstance)
                .map(Effect.ChargeSettled.class::cast)
                .toList();
    }

    static long sumCents(List<Effect.ChargeSettled> settled) {
        return settled.stream().mapToLong(Effect.ChargeSettled::amountCents).sum();
    }
}
