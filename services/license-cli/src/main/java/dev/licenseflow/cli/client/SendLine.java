package dev.licenseflow.cli.client;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.JsonFormatException;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.messaging.json.StrictObject;
import dev.licenseflow.messaging.json.StrictValue;
import java.util.Optional;

/**
 * One line of input: a request or a settlement, as for the simulator but for the time, which the broker gives (T1).
 *
 * @param key the key to publish under, if it is not the customer id
 */
public record SendLine(Optional<String> key, Optional<Request> request, Optional<SettlementLine> settlement) {

    /**
     * Reads a line.
     *
     * @throws JsonFormatException if it is no such line, with what is wrong
     */
    public static SendLine parse(String json) {
        StrictObject line = StrictObject.parse("", json);
        if (line.optional("at").isPresent()) {
            throw new JsonFormatException("at: the broker gives the time; leave it out, or use licenseflow simulate");
        }
        Optional<String> key = line.optional("key").map(StrictValue::text);
        Optional<Request> request =
                line.optional("request").map(StrictValue::object).map(RequestJson::request);
        Optional<SettlementLine> settlement =
                line.optional("settlement").map(StrictValue::object).map(RequestJson::settlement);
        line.end();
        if (request.isPresent() == settlement.isPresent()) {
            throw new JsonFormatException("a line has either a request or a settlement");
        }
        return new SendLine(key, request, settlement);
    }

    public String customerId() {
        return request.map(Request::customerId)
                .or(() -> settlement.map(SettlementLine::customerId))
                .orElseThrow();
    }

    /** By what its answer will be recognised. */
    public CauseKey cause() {
        return request.map(asked -> new CauseKey(Cause.REQUEST, asked.customerId(), asked.requestId()))
                .or(() ->
                        settlement.map(said -> new CauseKey(Cause.SETTLEMENT, said.customerId(), said.settlementId())))
                .orElseThrow();
    }
}
