package dev.licenseflow.domain.catalog;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version decides (C2). */
@Rule("C2")
class CatalogHistoryTest {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final CatalogVersion FIRST = ScenarioCatalog.FIRST;
    private static final Instant MARCH = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T03:00:00Z");
    private static final CatalogVersion SECOND = CatalogBuilder.after(FIRST, MARCH)
            .changing("cloud", product -> product.priceCents(4_000))
            .build();
    private static final CatalogVersion THIRD = CatalogBuilder.after(SECOND, APRIL)
            .changing("cloud", product -> product.priceCents(5_000))
            .build();

    @Test
    void theVersionWithTheLatestEffectiveDateAtOrBeforeTheTimeIsInForce() {
        CatalogHistory history = history(inTime(FIRST), inTime(SECOND), inTime(THIRD));
        assertThat(history.inForceAt(FIRST.effectiveFrom().minusMillis(1))).isEqualTo(CatalogVersion.NONE);
        assertThat(history.inForceAt(FIRST.effectiveFrom())).isEqualTo(FIRST);
        assertThat(history.inForceAt(MARCH.minusMillis(1))).isEqualTo(FIRST);
        assertThat(history.inForceAt(MARCH)).isEqualTo(SECOND);
        assertThat(history.inForceAt(APRIL.minusMillis(1))).isEqualTo(SECOND);
        assertThat(history.inForceAt(APRIL)).isEqualTo(THIRD);
        assertThat(history.latest()).contains(THIRD);
        assertThat(history.version(2)).contains(SECOND);
        assertThat(history.version(4)).isEmpty();
    }

    @Test
    void aVersionThatComesBeforeItsPredecessorIsIgnoredAndStaysSo() {
        assertThat(history(inTime(FIRST), inTime(THIRD), inTime(SECOND)).versions())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void aVersionThatWasRefusedCanBeCorrectedUnderItsNumber() {
        CatalogVersion invalid = CatalogBuilder.copyOf(SECOND).without("tef").build();
        assertThat(history(inTime(FIRST), inTime(invalid), inTime(SECOND), inTime(THIRD))
                        .versions())
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void theFirstVersionMayComeAfterItTakesEffect() {
        assertThat(history(new PublishedCatalog(FIRST, APRIL)).versions()).containsExactly(FIRST);
    }

    @Test
    void aVersionThatComesTooLateIsIgnoredAndSoIsWhatFollowsIt() {
        PublishedCatalog late = new PublishedCatalog(SECOND, MARCH.minus(MARGIN).plusMillis(1));
        assertThat(history(inTime(FIRST), late, inTime(THIRD)).versions()).containsExactly(FIRST);
        PublishedCatalog justInTime = new PublishedCatalog(SECOND, MARCH.minus(MARGIN));
        assertThat(history(inTime(FIRST), justInTime).versions()).containsExactly(FIRST, SECOND);
    }

    @Test
    @Rule({"C2", "C3"})
    void anInvalidVersionIsIgnoredAndItsFaultsAreNamed() {
        CatalogVersion invalid = CatalogBuilder.copyOf(SECOND)
                .changing("cloud", product -> product.priceCents(-1))
                .without("tef")
                .build();
        CatalogHistory history = history(inTime(FIRST), inTime(invalid));
        assertThat(history.versions()).containsExactly(FIRST);
        assertThat(history.faults(new PublishedCatalog(invalid, MARCH), MARGIN))
                .extracting(CatalogFault::code)
                .containsExactly(
                        CatalogFaultCode.NEGATIVE_PRICE,
                        CatalogFaultCode.PRODUCT_MISSING,
                        CatalogFaultCode.PUBLISHED_TOO_LATE);
        assertThat(history.faults(inTime(SECOND), MARGIN)).isEmpty();
    }

    @Test
    void noVersionIsOverwritten() {
        CatalogVersion other = CatalogBuilder.copyOf(SECOND)
                .changing("cloud", product -> product.priceCents(1))
                .build();
        assertThat(history(inTime(FIRST), inTime(SECOND), inTime(other)).versions())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void anEmptyHistoryHasNothingInForce() {
        assertThat(CatalogHistory.EMPTY.inForceAt(APRIL)).isEqualTo(CatalogVersion.NONE);
        assertThat(CatalogHistory.EMPTY.latest()).isEmpty();
    }

    @Test
    @Rule({"C2", "C4"})
    void beforeTheFirstVersionNothingCanBeContracted() {
        Scenario.onPureCore()
                .when("2025-12-31T23:59:59.999", register("link").with("cloud", 1))
                .then("""
                        REJECTED r1 by catalog 0, revision 0
                          because NOT_A_SYSTEM link
                          because UNKNOWN_PRODUCT cloud
                        """);
    }

    @Test
    @Rule({"C2", "T1"})
    void aReplayDoesNotSeeLaterPrices() {
        PureCore live = new PureCore(BusinessCalendar.SAO_PAULO);
        live.publish(FIRST, FIRST.effectiveFrom());
        play(live, "2026-02-20T09:00");
        live.publish(SECOND, MARCH.minus(MARGIN));
        PureCore replay = new PureCore(BusinessCalendar.SAO_PAULO);
        for (CatalogVersion version : Arrays.asList(FIRST, SECOND, THIRD)) {
            replay.publish(version, version.effectiveFrom().minus(MARGIN));
        }
        play(replay, "2026-02-20T09:00");
        assertThat(replay.journalOf("c1")).isEqualTo(live.journalOf("c1"));
        assertThat(replay.licensesOf("c1").openChargesCents()).isEqualTo(3_857 + 964);
    }

    private static void play(PureCore core, String at) {
        Scenario.on(core).given(at, register("link"), add("cloud", 1).accepting(99_999));
    }

    @Test
    @Rule({"C2", "D9"})
    void aDecisionNamesTheVersionInForce() {
        PureCore core = PureCore.withScenarioCatalog();
        core.publish(SECOND, MARCH.minus(MARGIN));
        Scenario scenario = Scenario.on(core);
        assertThat(scenario.when("2026-02-28T23:59:59.999", register("link"))
                        .answer()
                        .decision()
                        .catalogVersion())
                .isEqualTo(1);
        assertThat(scenario.when("2026-03-01T00:00", register("link").customer("c2"))
                        .answer()
                        .decision()
                        .catalogVersion())
                .isEqualTo(2);
    }

    @Test
    void aProductThatACustomerHasIsNeverMissing() {
        assertThat(SECOND.existing("cloud").monthlyPriceCents()).isEqualTo(4_000);
        assertThatThrownBy(() -> SECOND.existing("nada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nada")
                .hasMessageContaining("2");
    }

    private static CatalogHistory history(PublishedCatalog... published) {
        return CatalogHistory.of(List.of(published), MARGIN);
    }

    private static PublishedCatalog inTime(CatalogVersion catalog) {
        return new PublishedCatalog(catalog, catalog.effectiveFrom().minus(MARGIN));
    }
}
