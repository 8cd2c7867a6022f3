package dev.licenseflow.portal.license;

import static dev.licenseflow.portal.Samples.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.RequestBuilder;
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

/**
 * Which partner reads a decision: the one to whom it is told (L4), whoever sent it and on whichever way. That is who asked; for a
 * settlement, a month close and the back office the customer's partner.
 */
class DecisionReadersIT {

    private final PortalDatabase database = PortalDatabase.create();
    private final LicenseRepository licenses = new LicenseRepository(database.client());
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
    void aRefusalIsToldToWhoAskedAndNotToTheOwner() {
        pipeline.request(register("p2").build("r1"));
        Decision again = pipeline.request(register("p1").build("r2"));
        Decision notYours =
                pipeline.request(RequestBuilder.suspend().partner("p1").build("r3"));

        assertThat(of("p1")).containsExactly(notYours, again);
        assertThat(of("p2")).extracting(Decision::causeId).containsExactly("r1");
    }

    /** No outbox of this portal knows it. */
    @Test
    void aRegistrationOfAnotherPortalThatIsRefusedIsToldToItsPartner() {
        Decision refused = pipeline.request(refused("p1", "cloud"));

        assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(of("p1")).containsExactly(refused);
        assertThat(onRequest("p1", "c1", "r1")).contains(refused);
        assertThat(of("p2")).isEmpty();
    }

    @Test
    void whatTheBackOfficeDidIsToldToTheCustomersPartner() {
        pipeline.request(register("p1").build("r1"));
        Decision transferred =
                pipeline.backOffice(RequestBuilder.transferTo("p2").build("b1"));
        Decision suspended =
                pipeline.request(RequestBuilder.suspend().partner("p2").build("r2"));

        assertThat(transferred.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(of(transferred.requester().partnerId())).contains(transferred);
        assertThat(of("p1")).doesNotContain(suspended);
        assertThat(of("p2")).contains(suspended);
    }

    @Test
    void whatTheBackOfficeAskedOfNobodysCustomerIsToldToNobody() {
        Decision refused = pipeline.backOffice(RequestBuilder.transferTo("p2").build("b1"));

        assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(of("p1")).isEmpty();
        assertThat(of("p2")).isEmpty();
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
    void whatIsRefusedBeforeThereIsALicenseStaysTheAskersWhenAnotherOwnsTheCustomerLater() {
        Decision first = pipeline.request(refused("p1", "cloud"));
        Decision second = pipeline.request(refused("p2", "ordem-pagamento"));
        pipeline.request(register("p2").build("r2"));

        assertThat(first).isNotEqualTo(second);
        assertThat(of("p1")).containsExactly(first);
        assertThat(of("p2")).extracting(Decision::causeId).containsExactly("r2", "r1");
        assertThat(onRequest("p2", "c1", "r1")).contains(second);
    }

    @Test
    void aReusedIdIsToldToWhoUsedItAgain() {
        pipeline.request(register("p2").build("r1"));
        Decision reused =
                pipeline.request(RequestBuilder.suspend().partner("p2").build("r1"));

        assertThat(of("p2")).extracting(Decision::causeId).containsExactly("r1", "r1");
        assertThat(of("p2")).contains(reused);
        assertThat(of("p1")).isEmpty();
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
