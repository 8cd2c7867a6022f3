package dev.licenseflow.domain.request;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.adjust;
import static dev.licenseflow.domain.fixture.RequestBuilder.change;
import static dev.licenseflow.domain.fixture.RequestBuilder.changeSystem;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.decline;
import static dev.licenseflow.domain.fixture.RequestBuilder.issue;
import static dev.licenseflow.domain.fixture.RequestBuilder.reactivate;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static dev.licenseflow.domain.fixture.RequestBuilder.transferTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be decided at all; the rest cannot be decoded (D1). */
@Rule("D1")
class RequestTest {

    private static final String LONGEST = "x".repeat(128);
    private static final String TOO_LONG = "x".repeat(129);

    static Stream<Supplier<RequestBuilder>> beyondTheBounds() {
        return Stream.of(
                () -> renew().id(""),
                () -> renew().id(" "),
                () -> renew().id(TOO_LONG),
                () -> renew().id("a\nb"),
                () -> renew().customer(" "),
                () -> renew().customer(TOO_LONG),
                () -> renew().partner("a\u0000b"),
                () -> renew().by(TOO_LONG),
                () -> renew().by("a\tb"),
                () -> register(TOO_LONG),
                () -> register("link").with(TOO_LONG, 1),
                () -> lines(register("link"), 201),
                () -> reactivate().with("a\rb", 1),
                () -> lines(reactivate(), 201),
                () -> add(TOO_LONG, 1),
                () -> changes(change(), 201),
                () -> confirm(TOO_LONG),
                () -> decline(TOO_LONG),
                () -> reactivate().withSystem(TOO_LONG),
                () -> reactivate().withSystem("a\nb"),
                () -> changeSystem(TOO_LONG),
                () -> changeSystem("link").andAdd(TOO_LONG, 1),
                () -> changes(changeSystem("link"), 201),
                () -> transferTo(""),
                () -> transferTo(" "),
                () -> transferTo(TOO_LONG),
                () -> transferTo("a\nb"),
                () -> suspend().fromBackOffice().partner(TOO_LONG),
                () -> suspend().fromBackOffice().id(""),
                () -> suspend().fromBackOffice().customer(" "),
                () -> adjust("x".repeat(5_001), 1),
                () -> adjust("a\tb", 1),
                () -> adjustmentBecause("x".repeat(501)),
                () -> adjustmentBecause("a\nb"),
                () -> issue(TOO_LONG, 1),
                () -> issue("link", 1_000_000_000_001L),
                () -> issueBecause("x".repeat(501), "c"),
                () -> issueBecause("x", "x".repeat(5_001)));
    }

    static Stream<RequestBuilder> withinTheBounds() {
        return Stream.of(
                renew().id(LONGEST).customer(LONGEST).partner(LONGEST).by(LONGEST),
                renew().by(""),
                renew().partner(""),
                register(LONGEST).with(LONGEST, 1),
                register("").with("", 1),
                lines(register("link"), 200),
                lines(reactivate(), 200),
                changes(change(), 200),
                confirm(LONGEST),
                confirm(""),
                decline(LONGEST),
                reactivate().withSystem(LONGEST),
                reactivate().withSystem(""),
                changeSystem(LONGEST).andAdd(LONGEST, 1),
                changeSystem(""),
                changes(changeSystem("link"), 200),
                transferTo(LONGEST),
                suspend().fromBackOffice(),
                suspend().fromBackOffice().partner(LONGEST),
                adjust("x".repeat(5_000), Long.MAX_VALUE),
                adjust("", Long.MIN_VALUE),
                adjustmentBecause("x".repeat(500)),
                adjustmentBecause(""),
                issue(LONGEST, 1_000_000_000_000L),
                issue("", Long.MIN_VALUE),
                issueBecause("x".repeat(500), "x".repeat(5_000)));
    }

    @ParameterizedTest
    @MethodSource("beyondTheBounds")
    void whatIsBeyondTheBoundsIsNoRequest(Supplier<RequestBuilder> request) {
        assertThatThrownBy(() -> request.get().build("r"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".+ (is empty|has .+|is .+ at most .+)");
    }

    @ParameterizedTest
    @MethodSource("withinTheBounds")
    void theBoundsThemselvesAreAllowed(RequestBuilder request) {
        assertThatCode(() -> request.build("r")).doesNotThrowAnyException();
    }

    @Test
    @Rule({"D1", "G4"})
    void aSettlementHasItsBoundsToo() {
        assertThat(settlement("s", Collections.nCopies(1_000, "x".repeat(200))).chargeIds())
                .hasSize(1_000);
        assertThatThrownBy(() -> settlement("s", Collections.nCopies(1_001, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001 entries");
        assertThatThrownBy(() -> settlement("s", List.of("x".repeat(200_001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200001 characters");
        assertThatThrownBy(() -> facts("x".repeat(129), "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("129 characters");
        assertThatThrownBy(() -> facts("x", "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("501 characters");
        assertThatCode(() -> facts(LONGEST, "x".repeat(500))).doesNotThrowAnyException();
        assertThatThrownBy(() -> settlement("", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settlement("s", "", List.of(), SettlementOutcome.PAID))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule("K2")
    void nothingIsAcceptedWithoutAWordAndNothingRefused() {
        Request silent = renew().build("r");
        assertThat(silent.accepts(0)).isTrue();
        assertThat(silent.accepts(1)).isFalse();
        assertThat(silent.refuses(1)).isFalse();
        Request upToFive = renew().accepting(5).build("r");
        assertThat(upToFive.accepts(5)).isTrue();
        assertThat(upToFive.accepts(6)).isFalse();
        assertThat(upToFive.refuses(5)).isFalse();
        assertThat(upToFive.refuses(6)).isTrue();
        assertThat(renew().accepting(-1).build("r").refuses(0)).isFalse();
    }

    private static RequestBuilder lines(RequestBuilder request, int count) {
        for (int i = 0; i < count; i++) {
            request.with("x", 1);
        }
        return request;
    }

    private static RequestBuilder adjustmentBecause(String reason) {
        return RequestBuilder.of(new Command.AdjustCharge("c", 1, reason)).fromBackOffice();
    }

    private static RequestBuilder issueBecause(String reason, String corrects) {
        return RequestBuilder.of(new Command.IssueCharge("link", 1, reason, Optional.of(corrects)))
                .fromBackOffice();
    }

    private static RequestBuilder changes(RequestBuilder request, int count) {
        for (int i = 0; i < count; i++) {
            request.andAdd("x", 1);
        }
        return request;
    }

    private static SettlementFacts facts(String text, String reason) {
        return new SettlementFacts(
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(text),
                Optional.of(text),
                Optional.of(text),
                Optional.of(reason));
    }

    private static Settlement settlement(String id, List<String> chargeIds) {
        return new Settlement(id, "c1", chargeIds, SettlementOutcome.PAID);
    }
}
