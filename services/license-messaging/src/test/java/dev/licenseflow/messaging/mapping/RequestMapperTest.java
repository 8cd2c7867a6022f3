package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Requests;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.request.Change;
import dev.licenseflow.schema.request.ChangeLicenses;
import dev.licenseflow.schema.request.ChangeRenewalMethod;
import dev.licenseflow.schema.request.Channel;
import dev.licenseflow.schema.request.Operation;
import dev.licenseflow.schema.request.Renew;
import dev.licenseflow.schema.request.RenewalMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestMapperTest {

    static List<Request> requests() {
        return Requests.many();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestComesBackAsItWas(Request request) {
        LicenseRequest received = AvroBytes.through(RequestMapper.toAvro(request));
        assertThat(RequestMapper.toDomain(received)).isEqualTo(request);
    }

    @Test
    void theRequestsTriedHaveEveryCommandOfTheDomain() {
        assertThat(requests().stream()
                        .<Class<?>>map(request -> request.command().getClass()))
                .contains(Command.class.getPermittedSubclasses());
    }

    @Test
    void theRequestsTriedHaveEveryBranchOfTheSchema() {
        Set<String> written = new HashSet<>();
        requests()
                .forEach(request -> written.add(
                        request.command().match(new CommandWriter()).getSchema().getFullName()));
        List<String> branches = LicenseRequest.getClassSchema().getField("command").schema().getTypes().stream()
                .map(Schema::getFullName)
                .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(branches);
    }

    @Test
    void aChannelOfANewerPortalIsRefused() {
        LicenseRequest request = request(new Renew());
        request.setChannel(Channel.UNKNOWN);
        assertRefused(request, "request: channel has a value that this version does not know");
    }

    @Test
    void anOperationOfANewerPortalIsRefused() {
        assertRefused(
                request(new ChangeLicenses(List.of(new Change("cloud", Operation.UNKNOWN, 1)))),
                "request: operation has a value that this version does not know");
    }

    @Test
    void aRenewalMethodOfANewerPortalIsRefused() {
        assertRefused(
                request(new ChangeRenewalMethod(RenewalMethod.UNKNOWN)),
                "request: renewalMethod has a value that this version does not know");
    }

    @Test
    void aCommandThatIsNoBranchIsRefused() {
        assertRefused(request("Renew"), "request: command has a value that this version does not know");
    }

    @Test
    void anEmptyIdIsRefused() {
        LicenseRequest request = request(new Renew());
        request.setRequestId(" ");
        assertRefused(request, "request: requestId is empty");
    }

    @Test
    void theReasonIsOneLineWhateverTheRecordSays() {
        assertThat(new UnreadableRecordException("request", new IllegalArgumentException("a\r\nb")))
                .hasMessage("request: a b");
    }

    private static LicenseRequest request(Object command) {
        return new LicenseRequest("r1", "c1", "p1", Channel.CUSTOMERS, null, null, null, command);
    }

    private static void assertRefused(LicenseRequest request, String reason) {
        assertThatThrownBy(() -> RequestMapper.toDomain(request))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage(reason);
    }
}
