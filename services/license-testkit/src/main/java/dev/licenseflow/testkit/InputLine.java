package dev.licenseflow.testkit;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.JsonFormatException;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.messaging.json.StrictObject;
import dev.licenseflow.messaging.json.StrictValue;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of input: a request, a request of the back office, a settlement, or none of them, which only moves the clock of a simulation.
 *
 * @param at when it happens; empty if the broker gives the time (T1)
 * @param key the key to publish under, if it is not the customer id
 */
public record InputLine(
        Optional<Instant> at,
        Optional<String> key,
        Optional<Request> request,
        Optional<Request> backOffice,
        Optional<SettlementLine> settlement) {

    /**
     * Reads a line for the simulator.
     *
     * @throws JsonFormatException if it is no such line, with what is wrong
     */
    public static InputLine parseTimed(String json) {
        StrictObject object = StrictObject.parse("", json);
        InputLine line = parse(object, Optional.of(object.required("at").instant()));
        if (line.inputs() > 1) {
            throw new JsonFormatException("a line has one of request, backOffice and settlement");
        }
        if (line.key.isPresent() && line.inputs() == 0) {
            throw new JsonFormatException("key: there is nothing to publish under it");
        }
        return line;
    }

    /**
     * Reads a line for a running pipeline.
     *
     * @throws JsonFormatException if it is no such line, with what is wrong
     */
    public static InputLine parseUntimed(String json) {
        StrictObject object = StrictObject.parse("", json);
        if (object.optional("at").isPresent()) {
            throw new JsonFormatException("at: the broker gives the time; leave it out, or use licenseflow simulate");
        }
        InputLine line = parse(object, Optional.empty());
        if (line.inputs() != 1) {
            throw new JsonFormatException("a line has one of request, backOffice and settlement");
        }
        return line;
    }

    /** Whose request or settlement it is; empty if it has none. */
    public Optional<String> customerId() {
        return request.or(() -> backOffice)
                .map(Request::customerId)
                .or(() -> settlement.map(SettlementLine::customerId));
    }

    private long inputs() {
        return Stream.of(request, backOffice, settlement)
                .filter(Optional::isPresent)
                .count();
    }

    /** Publishes what the line says, at the present moment of the pipeline. */
    void publishTo(VirtualPipeline pipeline) {
        request.ifPresent(asked -> pipeline.publish(key.orElse(asked.customerId()), asked));
        backOffice.ifPresent(asked -> pipeline.publishToBackOffice(key.orElse(asked.customerId()), asked));
        settlement.ifPresent(answer -> pipeline.publish(
                key.orElse(answer.customerId()), answer.toSettlement(pipeline.openCharges(answer.customerId()))));
    }

    private static InputLine parse(StrictObject object, Optional<Instant> at) {
        InputLine line = new InputLine(
                at,
                object.optional("key").map(StrictValue::text),
                object.optional("request").map(StrictValue::object).map(RequestJson::request),
                object.optional("backOffice").map(StrictValue::object).map(RequestJson::backOffice),
                object.optional("settlement").map(StrictValue::object).map(RequestJson::settlement));
        object.end();
        return line;
    }
}
