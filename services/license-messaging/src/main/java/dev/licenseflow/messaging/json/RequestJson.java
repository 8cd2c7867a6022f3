package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.mapping.RequestMapper;
import dev.licenseflow.messaging.mapping.SettlementMapper;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.LicenseRequest;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * Requests and settlements as the commands of {@code licenseflow} take them. Every fault is a {@link JsonFormatException},
 * an id or a list that is beyond what can be decided included: what would only become a dead letter is not sent.
 */
public final class RequestJson {

    private static final String CHARGE_IDS = "chargeIds";
    private static final RecordJson WRITTEN = RecordJson.withoutAbsentFields(ZoneOffset.UTC);

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
        LicenseRequest record = RecordJsonReader.readStrictly(object, new LicenseRequest());
        return checked(() -> RequestMapper.toDomain(record));
    }

    /** A request of the back office that is part of a text. */
    public static Request backOffice(StrictObject object) {
        LicenseRequest record = RecordJsonReader.readStrictly(object, new LicenseRequest());
        return checked(() -> RequestMapper.ofBackOffice(record));
    }

    /** A settlement that is part of a text, such as of a line of the simulator's input. */
    public static SettlementLine settlement(StrictObject object) {
        boolean namesAllOpen = object.hasText(CHARGE_IDS, SettlementLine.OPEN);
        ChargeSettlement record = RecordJsonReader.readStrictly(
                namesAllOpen ? object.withEmptyList(CHARGE_IDS) : object, new ChargeSettlement());
        return new SettlementLine(checked(() -> SettlementMapper.toDomain(record)), namesAllOpen);
    }

    /** One line, without the optional fields that are absent. */
    public static String write(Request request) {
        return WRITTEN.write(RequestMapper.toAvro(request));
    }

    /** One line. */
    public static String write(Settlement settlement) {
        return WRITTEN.write(SettlementMapper.toAvro(settlement));
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (UnreadableRecordException e) {
            throw new JsonFormatException(String.valueOf(e.getMessage()));
        }
    }
}
