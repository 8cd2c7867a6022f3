package dev.licenseflow.processor.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.processor.fixture.ProcessorRig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule({"M1", "M2", "M3", "M4"})
@Execution(ExecutionMode.CONCURRENT)
class MonthSweepTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final Instant APRIL_BEGINS = BusinessCalendar.SAO_PAULO.startOf(APRIL);
    private static final List<String> CUSTOMERS = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final int ENOUGH_TURNS = 12;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8})
    void howTheSweepIsCutChangesNothing(int slice) {
        Closed inOne = close(slice + "-whole", 1_000);
        Closed cut = close(slice + "-cut", slice);

        assertThat(cut.byCustomer()).isEqualTo(inOne.byCustomer());
        assertThat(cut.partition()).isEqualTo(inOne.partition());
        assertThat(cut.byCustomer().keySet()).containsExactlyInAnyOrderElementsOf(CUSTOMERS);
        assertThat(cut.byCustomer().values())
                .allSatisfy(closes -> assertThat(closes).hasSize(1));
        assertThat(cut.partition().totals()).isEqualTo(sum(cut.decisions()));
        assertThat(cut.partition().totals().customers()).isEqualTo(CUSTOMERS.size());
    }

    private Closed close(String name, int slice) {
        try (ProcessorRig rig = registered(name, slice)) {
            rig.tick(APRIL_BEGINS.plusSeconds(1));
            rig.turns(ENOUGH_TURNS);
            return new Closed(rig.decisions(), rig.monthCloses());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRequestInMidSweepClosesItsCustomerFirstAndIsCountedOnce(int slice) {
        try (ProcessorRig rig = registered("interleaved", slice)) {
            rig.tick(APRIL_BEGINS.plusSeconds(1));
            // No later than the tick: only then does the sweep get no further turn in between.
            Instant at = APRIL_BEGINS.plusSeconds(1);
            assertThat(rig.monthCloses()).isEmpty();
            rig.request(RequestBuilder.suspend().customer("a").id("swept"), at);
            rig.request(RequestBuilder.suspend().customer("g").id("waiting"), at);
            rig.settle(new Settlement("waiting too", "f", List.of("unknown"), SettlementOutcome.PAID), at);
            rig.request(RequestBuilder.register("link").customer("bb").id("new"), at);
            rig.turns(ENOUGH_TURNS);

            List<Decision> decisions = rig.decisions();
            assertThat(decisions)
                    .filteredOn(decision -> List.of("g", "f").contains(decision.customerId()))
                    .extracting(Decision::customerId, Decision::causeId)
                    .containsExactly(
                            tuple("g", "2026-04"),
                            tuple("g", "waiting"),
                            tuple("f", "2026-04"),
                            tuple("f", "waiting too"));
            Closed closed = new Closed(decisions, rig.monthCloses());
            assertThat(closed.byCustomer().keySet()).containsExactlyInAnyOrderElementsOf(CUSTOMERS);
            assertThat(closed.byCustomer().values())
                    .allSatisfy(closes -> assertThat(closes).hasSize(1));
            assertThat(closed.partition().totals()).isEqualTo(sum(decisions));
            assertThat(closed.byCustomer())
                    .isEqualTo(close("reference" + slice, 1_000).byCustomer());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void missedMonthsAreClosedOneAfterTheOther(int slice) {
        try (ProcessorRig rig = registered("missed", slice)) {
            rig.tick(Instant.parse("2026-07-15T12:00:00Z"));
            rig.turns(4 * ENOUGH_TURNS);

            List<Decision> closes = rig.decisions();
            List<ClosedPartition> partitions = rig.monthCloses();
            assertThat(partitions)
                    .extracting(ClosedPartition::month)
                    .containsExactly(APRIL, APRIL.plusMonths(1), APRIL.plusMonths(2), APRIL.plusMonths(3));
            assertThat(partitions)
                    .allSatisfy(partition -> assertThat(partition.totals())
                            .isEqualTo(sum(closes.stream()
                                    .filter(close -> close.causeId()
                                            .equals(partition.month().toString()))
                                    .toList())));
            assertThat(closes).isSortedAccordingTo(Comparator.comparing(Decision::decidedAt));
            assertThat(rig.customers().get("a").status().name()).isEqualTo("INACTIVE");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aSweepGoesOnWhereItWasWhenThePartitionIsOpenedAgain(int turnsBefore) {
        ProcessorRig rig = registered("first", 1);
        rig.tick(APRIL_BEGINS.plusSeconds(1));
        rig.turns(turnsBefore);
        List<Decision> decisions = new ArrayList<>(rig.decisions());
        assertThat(rig.monthCloses()).isEmpty();
        assertThat(decisions.size()).isBetween(1, CUSTOMERS.size());
        try (ProcessorRig again = rig.restarted(APRIL_BEGINS.plusSeconds(20))) {
            again.turns(ENOUGH_TURNS);
            decisions.addAll(again.decisions());

            assertThat(again.ticks()).hasSize(1);
            Closed closed = new Closed(decisions, again.monthCloses());
            assertThat(closed.byCustomer()).isEqualTo(close("reference", 1_000).byCustomer());
            assertThat(closed.partition().totals()).isEqualTo(sum(decisions));
        }
    }

    @Test
    @Rule("M5")
    void aQuietPartitionGetsOneTickAndIsClosedWithinAMinute() {
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorRig.sweeping(10), MARCH)) {
            rig.turns(100);
            assertThat(rig.ticks()).extracting(tick -> tick.month()).containsExactly(APRIL.minusMonths(1));

            rig.advance(Duration.between(MARCH, APRIL_BEGINS));
            rig.turns(100); // ten seconds of the clock, where a minute is allowed

            assertThat(rig.ticks()).extracting(tick -> tick.month()).containsExactly(APRIL);
            assertThat(rig.monthCloses()).containsExactly(new ClosedPartition(APRIL, 0, 1, MonthTotals.ZERO, "BRL"));
            assertThat(rig.decisions()).isEmpty();
        }
    }

    @Test
    @Rule("M5")
    void thePartitionsOwnTimeClosesAMonthWithoutATick() {
        try (ProcessorRig rig = registered("busy", 1_000)) {
            rig.request(RequestBuilder.suspend().customer("d"), APRIL_BEGINS.minusMillis(1));
            assertThat(rig.monthCloses()).isEmpty();
            rig.decisions();

            rig.request(RequestBuilder.resume().customer("d"), APRIL_BEGINS);

            assertThat(rig.ticks()).isEmpty();
            assertThat(rig.monthCloses()).extracting(ClosedPartition::month).containsExactly(APRIL);
            assertThat(new Closed(rig.decisions(), List.of()).byCustomer()).hasSize(CUSTOMERS.size());
        }
    }

    /** Seven customers of both renewal methods; some have paid, some give up licenses, one has a quote. */
    private ProcessorRig registered(String name, int slice) {
        ProcessorRig rig = ProcessorRig.start(temp.resolve(name), ProcessorRig.sweeping(slice), MARCH);
        for (String customer : CUSTOMERS) {
            boolean managed = "bdfg".contains(customer);
            rig.request(
                    RequestBuilder.register("link")
                            .customer(customer)
                            .renewing(managed ? RenewalMethod.MANAGED_BILLING : RenewalMethod.MANUAL)
                            .with("cloud", 1)
                            .with("link-garcom", 3),
                    MARCH);
        }
        rig.charges().stream()
                .filter(charge -> "bdf".contains(charge.customerId()))
                .collect(Collectors.groupingBy(charge -> charge.customerId()))
                .forEach((customer, charges) -> rig.settle(
                        new Settlement(
                                "s",
                                customer,
                                charges.stream()
                                        .map(charge -> charge.chargeId())
                                        .toList(),
                                SettlementOutcome.PAID),
                        MARCH));
        rig.request(RequestBuilder.remove("link-garcom", 1).customer("b"), MARCH.plusSeconds(1));
        rig.request(RequestBuilder.remove("link-garcom", 3).customer("c"), MARCH.plusSeconds(1));
        rig.request(RequestBuilder.add("link-movel", 1).customer("e"), MARCH.plusSeconds(1));
        rig.decisions();
        rig.charges();
        return rig;
    }

    private static MonthTotals sum(List<Decision> decisions) {
        MonthTotals totals = MonthTotals.ZERO;
        for (Decision decision : decisions) {
            if (decision.cause() == Cause.MONTH_CLOSE) {
                totals = totals.with(decision);
            }
        }
        return totals;
    }

    private record Closed(List<Decision> decisions, List<ClosedPartition> partitions) {

        ClosedPartition partition() {
            assertThat(partitions).hasSize(1);
            return partitions.get(0);
        }

        Map<String, List<Decision>> byCustomer() {
            return decisions.stream()
                    .filter(decision -> decision.cause() == Cause.MONTH_CLOSE)
                    .collect(Collectors.groupingBy(Decision::customerId));
        }
    }
}
