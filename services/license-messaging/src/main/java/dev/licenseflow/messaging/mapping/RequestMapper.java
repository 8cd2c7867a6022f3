package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.schema.LicenseRequest;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Requests as they stand on {@code licensing.requests} (section 3). */
public final class RequestMapper {

    private static final CommandWriter COMMANDS = new CommandWriter();

    private RequestMapper() {}

    public static LicenseRequest toAvro(Request request) {
        return new LicenseRequest(
                request.requestId(),
                request.customerId(),
                request.partnerId(),
                Symbols.same(dev.licenseflow.schema.request.Channel.class, request.channel()),
                request.requestedBy().orElse(null),
                boxed(request.expectedRevision()),
                boxed(request.acceptUpTo()),
                request.command().match(COMMANDS));
    }

    /**
     * What a partner's record says.
     *
     * @throws UnreadableRecordException if the request is none that can be decided, not even with a rejection
     */
    public static Request toDomain(LicenseRequest record) {
        Request request = ofBackOffice(record);
        if (request.partnerId().isBlank() && request.channel() != Channel.BACK_OFFICE) {
            throw new UnreadableRecordException("request", new IllegalArgumentException("partnerId is empty"));
        }
        return request;
    }

    /**
     * What a record of the back office says, which names no partner (D10).
     *
     * @throws UnreadableRecordException if the request is none that can be decided, not even with a rejection
     */
    public static Request ofBackOffice(LicenseRequest request) {
        try {
            return new Request(
                    request.getRequestId(),
                    request.getCustomerId(),
                    request.getPartnerId(),
                    Symbols.known("channel", Channel.class, request.getChannel()),
                    Optional.ofNullable(request.getRequestedBy()),
                    unboxed(request.getExpectedRevision()),
                    unboxed(request.getAcceptUpTo()),
                    CommandReader.read(request.getCommand()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("request", e);
        }
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static OptionalLong unboxed(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
