package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests and settlements as the commands of {@code licenseflow} take them. Every fault is a {@link JsonFormatException},
 * an id or a list that is beyond what can be decided included: what would only become a dead letter is not sent.
 */
public final class RequestJson {

    private static final CommandJsonWriter COMMANDS = new CommandJsonWriter();

    private RequestJson() {}

    /** A request from a text of its own. */
    public static Request parseRequest(String json) {
        return request(StrictObject.parse("request", json));
    }

    /** A settlement from a text of its own. */
    public static SettlementLine parseSettlement(String json) {
        return settlement(StrictObject.parse("settlement", json));
    }

    /** A request that is part of a text, such as of a line of the simulator's input. */
    public static Request request(StrictObject object) {
        String requestId = object.required("requestId").text();
        String customerId = object.required("customerId").text();
        String partnerId = object.required("partnerId").text();
        Channel channel = object.required("channel").oneOf(Channel.values());
        Optional<String> requestedBy = object.optional("requestedBy").map(StrictValue::text);
        OptionalLong expectedRevision = optionalLong(object, "expectedRevision");
        OptionalLong acceptUpTo = optionalLong(object, "acceptUpTo");
        StrictObject command = object.required("command").object();
        object.end();
        return checked(
                object,
                () -> new Request(
                        requestId,
                        customerId,
                        partnerId,
                        channel,
                        requestedBy,
                        expectedRevision,
                        acceptUpTo,
                        CommandJson.read(command)));
    }

    /** A settlement that is part of a text, such as of a line of the simulator's input. */
    public static SettlementLine settlement(StrictObject object) {
        String settlementId = object.required("settlementId").text();
        String customerId = object.required("customerId").text();
        StrictValue chargeIds = object.required("chargeIds");
        SettlementOutcome outcome = object.required("outcome").oneOf(SettlementOutcome.values());
        object.end();
        Optional<List<String>> ids =
                chargeIds.is(SettlementLine.OPEN) ? Optional.empty() : Optional.of(chargeIds.texts());
        return checked(object, () -> new SettlementLine(settlementId, customerId, ids, outcome));
    }

    /** One line, without the optional fields that are absent. */
    public static String write(Request request) {
        ObjectNode written = JsonNodeFactory.instance
                .objectNode()
                .put("requestId", request.requestId())
                .put("customerId", request.customerId())
                .put("partnerId", request.partnerId())
                .put("channel", request.channel().name());
        request.requestedBy().ifPresent(by -> written.put("requestedBy", by));
        request.expectedRevision().ifPresent(revision -> written.put("expectedRevision", revision));
        request.acceptUpTo().ifPresent(cents -> written.put("acceptUpTo", cents));
        written.set("command", request.command().match(COMMANDS));
        return written.toString();
    }

    /** One line. */
    public static String write(Settlement settlement) {
        ObjectNode written = JsonNodeFactory.instance
                .objectNode()
                .put("settlementId", settlement.settlementId())
                .put("customerId", settlement.customerId());
        ArrayNode chargeIds = written.putArray("chargeIds");
        settlement.chargeIds().forEach(chargeIds::add);
        return written.put("outcome", settlement.outcome().name()).toString();
    }

    private static OptionalLong optionalLong(StrictObject object, String field) {
        Optional<StrictValue> value = object.optional(field);
        return value.isPresent() ? OptionalLong.of(value.get().longWholeNumber()) : OptionalLong.empty();
    }

    private static <T> T checked(StrictObject object, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new JsonFormatException(object.path() + ": " + e.getMessage());
        }
    }
}
