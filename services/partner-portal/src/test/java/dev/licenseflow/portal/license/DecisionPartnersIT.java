package dev.licenseflow.portal.license;

import static dev.licenseflow.portal.Samples.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.Pipeline;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.request.RecordedRequests;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which partner reads a decision: the owner of the customer, or who asked. Requests not in the outbox came over Kafka. */
class DecisionPartnersIT {

    private final PortalDatabase database = PortalDatabase.create();
    private final LicenseRepository licenses =
            new LicenseRepository(database.client(), BusinessCalendar.SAO_PAULO, Clock.fixed(AT, ZoneOffset.UTC));
    private final DecisionRepository decisions = new DecisionRepository(database.client());
    private final RecordedRequests requests = new RecordedRequests(database.client(), Clock.fixed(AT, ZoneOffset.UTC));
    private final Pipeline pipeline = new Pipeline(decisions, licenses);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theOwnerReadsWhatIsDecidedAboutItsCustomerWhereverItWasAsked() {
        Decision registered = pipeline.request(register("p2").build("r1"));
        Decision refused =
                pipeline.request(RequestBuilder.add("nothing", 1).partner("p2").build("r2"));
        Decision settled = pipeline.settle(new Settlement("s1", "c1", registered.chargeIds(), SettlementOutcome.PAID));

        assertThat(of("p2")).containsExactly(settled, refused, registered);
        assertThat(of("p1")).isEmpty();
    }

    @Test
    void aRegistrationMakesTheOwnerBeforeTheLicensesAreRead() {
        Decision registered = pipeline.decided(register("p2").build("r1"));
        Decision suspended =
                pipeline.decided(RequestBuilder.suspend().partner("p2").build("r2"));

        assertThat(licenses.isOfAnother("p1", "c1")).isTrue();
        assertThat(licenses.isOfAnother("p2", "c1")).isFalse();
        assertThat(of("p2")).containsExactly(suspended, registered);
    }

    @Test
    void theLicensesMakeTheOwnerBeforeTheRegistrationIsRead() {
        Decision registered = pipeline.decidedUnread(register("p2").build("r1"));
        pipeline.readLicenses("c1");

        assertThat(licenses.isOfAnother("p1", "c1")).isTrue();
        pipeline.read(registered);
        assertThat(of("p2")).containsExactly(registered);
    }

    @Test
    void aStrangersRefusalsAreTheStrangersAloneAndThoseOverKafkaNobodysHere() {
        pipeline.request(register("p2").build("r1"));
        Decision again = pipeline.request(asked(register("p1").build("r2")));
        Decision notYours =
                pipeline.request(asked(RequestBuilder.suspend().partner("p1").build("r3")));
        pipeline.request(register("p3").build("r4"));
        pipeline.request(RequestBuilder.suspend().partner("p3").build("r5"));

        assertThat(of("p1")).containsExactly(notYours, again);
        assertThat(of("p2")).extracting(Decision::causeId).containsExactly("r1");
        assertThat(of("p3")).isEmpty();
    }

    @Test
    void twoPartnersWithTheSameRequestIdReadEachItsOwnAnswer() {
        Request mine = asked(register("p1").build("r1"));
        Request theirs = asked(register("p2").build("r1"));
        Decision registered = pipeline.request(theirs);
        assertThat(onRequest("p1", "c1", "r1")).isEmpty();

        Decision refused = pipeline.request(mine);

        assertThat(refused.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo(RejectionCode.ALREADY_REGISTERED));
        assertThat(onRequest("p1", "c1", "r1")).contains(refused);
        assertThat(onRequest("p2", "c1", "r1")).contains(registered);
        assertThat(decisions.of("p1", "c1", 0, 10).items().get(0).request()).contains(mine);
        assertThat(decisions.of("p2", "c1", 0, 10).items().get(0).request()).contains(theirs);
    }

    @Test
    void whatIsRefusedBeforeThereIsALicenseIsTheAskersAlsoWhenAnotherOwnsTheCustomerLater() {
        Decision first = pipeline.request(asked(refused("p1", "cloud")));
        Decision second = pipeline.request(asked(refused("p2", "ordem-pagamento")));
        pipeline.request(register("p2").build("r2"));

        assertThat(first).isNotEqualTo(second);
        assertThat(of("p1")).containsExactly(first);
        assertThat(of("p2")).extracting(Decision::causeId).containsExactly("r2", "r1");
        assertThat(onRequest("p2", "c1", "r1")).contains(second);
    }

    @Test
    void aRefusalThatDoesNotFitTheRequestOfThatIdIsNotItsAnswer() {
        asked(RequestBuilder.suspend().partner("p1").build("r1"));

        pipeline.request(refused("p2", "cloud"));

        assertThat(of("p1")).isEmpty();
        assertThat(onRequest("p1", "c1", "r1")).isEmpty();
    }

    @Test
    void aReusedIdIsToldToWhoUsedItBeforeUnlessSeveralDid() {
        pipeline.request(register("p2").build("r1"));
        Decision reused =
                pipeline.request(RequestBuilder.suspend().partner("p2").build("r1"));
        assertThat(of("p2")).extracting(Decision::causeId).containsExactly("r1", "r1");
        assertThat(of("p2")).contains(reused);

        pipeline.request(asked(register("p1").build("r1")));
        pipeline.request(RequestBuilder.resume().partner("p2").build("r1"));

        assertThat(of("p1")).hasSize(1).doesNotContain(reused);
        assertThat(of("p2")).hasSize(2);
    }

    /** The registration of a customer with a product that depends on another one. */
    private static Request refused(String partnerId, String product) {
        return register(partnerId).with(product, 9).build("r1");
    }

    private static RequestBuilder register(String partnerId) {
        return RequestBuilder.register("link").partner(partnerId);
    }

    private Request asked(Request request) {
        requests.record(request, OptionalLong.empty());
        return request;
    }

    private Optional<Decision> onRequest(String partnerId, String customerId, String requestId) {
        return decisions.onRequest(partnerId, customerId, requestId).map(DecisionMapper::toDomain);
    }

    private List<Decision> of(String partnerId) {
        return decisions.of(partnerId, "c1", 0, 10).items().stream()
                .map(JournalEntry::decision)
                .toList();
    }
}
