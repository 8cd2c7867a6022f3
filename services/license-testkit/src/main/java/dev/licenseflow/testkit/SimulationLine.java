package dev.licenseflow.testkit;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.JsonFormatException;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.messaging.json.StrictObject;
import dev.licenseflow.messaging.json.StrictValue;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the simulator's input. With neither request nor settlement it only moves the clock.
 *
 * @param at when it happens
 * @param key the key to publish under, if it is not the customer id
 */
public record SimulationLine(
        Instant at, Optional<String> key, Optional<Request> request, Optional<SettlementLine> settlement) {

    /**
     * Reads a line.
     *
     * @throws JsonFormatException if it is no such line, with what is wrong
     */
    public static SimulationLine parse(String json) {
        StrictObject line = StrictObject.parse("", json);
        Instant at = line.required("at").instant();
        Optional<String> key = line.optional("key").map(StrictValue::text);
        Optional<Request> request =
                line.optional("request").map(StrictValue::object).map(RequestJson::request);
        Optional<SettlementLine> settlement =
                line.optional("settlement").map(StrictValue::object).map(RequestJson::settlement);
        line.end();
        if (request.isPresent() && settlement.isPresent()) {
            throw new JsonFormatException("a line has a request or a settlement, not both");
        }
        if (key.isPresent() && request.isEmpty() && settlement.isEmpty()) {
            throw new JsonFormatException("key: there is nothing to publish under it");
        }
        return new SimulationLine(at, key, request, settlement);
    }

    /** Publishes what the line says, at the present moment of the pipeline. */
    public void publishTo(VirtualPipeline pipeline) {
        request.ifPresent(asked -> pipeline.publish(key.orElse(asked.customerId()), asked));
        settlement.ifPresent(answer -> pipeline.publish(
                key.orElse(answer.customerId()), answer.toSettlement(pipeline.openCharges(answer.customerId()))));
    }
}
