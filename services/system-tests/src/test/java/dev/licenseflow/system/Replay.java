package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Fold;
import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.system.TopicLog.Entry;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that stands on the topics, compared with what the pure core answers to the same inputs at the same times (T1).
 * Nothing may be missing, nothing may be there twice, and nothing may be different.
 */
final class Replay {

    private final PureCore core;
    private final Pipeline pipeline;
    private final Map<String, Deque<Entry<Request>>> requests;
    private final Map<String, Deque<Entry<Request>>> backOffice;
    private final Map<String, Deque<Entry<Settlement>>> settlements;
    private final List<Entry<Decision>> decisions;
    private final List<Entry<Charge>> charges;
    private final List<Entry<PublishedLicenses>> licenses;
    private final List<Entry<ClosedPartition>> monthCloses;

    private Replay(Pipeline pipeline, PureCore core) {
        this.pipeline = pipeline;
        this.core = core;
        this.requests = queues(all(pipeline.followReadable(pipeline.topics().requests()), Replay::belongs));
        this.backOffice = queues(all(pipeline.follow(pipeline.topics().backOffice()), any -> true));
        this.settlements = queues(all(pipeline.follow(pipeline.topics().settlements()), any -> true));
        this.decisions = all(pipeline.follow(pipeline.topics().decisions()), any -> true);
        this.charges = all(pipeline.follow(pipeline.topics().charges()), any -> true);
        this.licenses = all(pipeline.follow(pipeline.topics().licenses()), any -> true);
        this.monthCloses = all(pipeline.follow(pipeline.topics().monthCloses()), any -> true);
    }

    /**
     * Compares, once every processor is stopped.
     *
     * @param core with the catalogs that were published
     * @param months that every customer was closed for, in order
     * @return the decisions, in the order of each partition
     */
    static List<Entry<Decision>> check(Pipeline pipeline, PureCore core, List<YearMonth> months) {
        Replay replay = new Replay(pipeline, core);
        replay.checkAnswers(months);
        replay.checkLicenses();
        replay.checkMonthCloses(months);
        return replay.decisions;
    }

    private void checkAnswers(List<YearMonth> months) {
        Map<String, List<Entry<Decision>>> decisionsOf = byKey(decisions);
        List<String> customers = new ArrayList<>(requests.keySet());
        for (String customer : settlements.keySet()) {
            if (!requests.containsKey(customer)) {
                customers.add(customer);
            }
        }
        for (String customer : customers) {
            answer(customer, decisionsOf.getOrDefault(customer, List.of()));
        }
        months.forEach(core::beginMonth);
        Map<String, List<Entry<Charge>>> chargesOf = byKey(charges);
        for (String customer : customers) {
            List<Decided> expected = core.journalOf(customer);
            List<Entry<Decision>> found = decisionsOf.getOrDefault(customer, List.of());
            assertThat(found)
                    .as("decisions about %s", customer)
                    .extracting(Entry::value)
                    .containsExactlyElementsOf(
                            expected.stream().map(Decided::decision).toList());
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).bytes())
                        .as("bytes of decision %d about %s", i, customer)
                        .isEqualTo(bytes(expected.get(i).decision()));
            }
            assertThat(chargesOf.getOrDefault(customer, List.of()))
                    .as("charges of %s", customer)
                    .extracting(Entry::value)
                    .containsExactlyElementsOf(expected.stream()
                            .flatMap(decided -> decided.charges().stream())
                            .toList());
        }
        assertThat(charges).extracting(charge -> charge.value().chargeId()).doesNotHaveDuplicates();
        assertThat(decisionsOf.keySet()).isSubsetOf(customers);
    }

    /** Each topic in its own order; between them the order of the answers counts, which name the inputs' places (D11, L4). */
    private void answer(String customer, List<Entry<Decision>> found) {
        Deque<Entry<Request>> asked = requests.getOrDefault(customer, new ArrayDeque<>());
        Deque<Entry<Request>> askedByBackOffice = backOffice.getOrDefault(customer, new ArrayDeque<>());
        Deque<Entry<Settlement>> settled = settlements.getOrDefault(customer, new ArrayDeque<>());
        for (Entry<Decision> decision : found) {
            String id = decision.value().decisionId();
            if (decision.value().cause() == Cause.SETTLEMENT) {
                Entry<Settlement> settlement = settled.remove();
                LogPlace place = LogPlace.ofSettlement(settlement.at(), settlement.partition(), settlement.offset());
                assertThat(id).isEqualTo(place.decisionId());
                core.settle(settlement.value(), place);
            } else if (decision.value().cause() == Cause.REQUEST) {
                boolean isFromBackOffice = id.startsWith("back-office-");
                Entry<Request> request = isFromBackOffice ? askedByBackOffice.remove() : asked.remove();
                LogPlace place = isFromBackOffice
                        ? LogPlace.ofBackOffice(request.at(), request.partition(), request.offset())
                        : LogPlace.ofRequest(request.at(), request.partition(), request.offset());
                assertThat(id).isEqualTo(place.decisionId());
                core.request(request.value(), place);
            }
        }
        assertThat(asked).as("unanswered requests of %s", customer).isEmpty();
        assertThat(askedByBackOffice)
                .as("unanswered requests of the back office on %s", customer)
                .isEmpty();
        assertThat(settled).as("unanswered settlements of %s", customer).isEmpty();
    }

    private void checkLicenses() {
        Map<String, CustomerLicenses> folded = new HashMap<>();
        Map<String, List<PublishedLicenses>> shown = new HashMap<>();
        for (Entry<Decision> decision : decisions) {
            CustomerLicenses before =
                    folded.getOrDefault(decision.key(), CustomerLicenses.unregistered(decision.key()));
            CustomerLicenses after = Fold.of(before, decision.value(), core.calendar());
            folded.put(decision.key(), after);
            if (!decision.value().duplicate() && decision.value().changesWhatIsShown()) {
                shown.computeIfAbsent(decision.key(), any -> new ArrayList<>()).add(PublishedLicenses.of(after, "BRL"));
            }
        }
        folded.forEach((customer, state) ->
                assertThat(state).as("fold of the journal of %s", customer).isEqualTo(core.licensesOf(customer)));
        Map<String, List<PublishedLicenses>> found = new HashMap<>();
        byKey(licenses)
                .forEach((customer, entries) ->
                        found.put(customer, entries.stream().map(Entry::value).toList()));
        assertThat(found).isEqualTo(shown);
    }

    private void checkMonthCloses(List<YearMonth> months) {
        List<ClosedPartition> expected = new ArrayList<>();
        for (YearMonth month : months) {
            for (int partition = 0; partition < Pipeline.PARTITIONS; partition++) {
                MonthTotals totals = MonthTotals.ZERO;
                for (Entry<Decision> decision : decisions) {
                    boolean counts = decision.partition() == partition
                            && decision.value().cause() == Cause.MONTH_CLOSE
                            && decision.value().causeId().equals(month.toString());
                    totals = counts ? totals.with(decision.value()) : totals;
                }
                expected.add(new ClosedPartition(month, partition, Pipeline.PARTITIONS, totals, "BRL"));
            }
        }
        assertThat(monthCloses).extracting(Entry::value).containsExactlyInAnyOrderElementsOf(expected);
    }

    private byte[] bytes(Decision decision) {
        return pipeline.topics()
                .decisions()
                .values()
                .serializer()
                .serialize(pipeline.topics().decisions().name(), decision);
    }

    private static boolean belongs(Entry<Request> entry) {
        return entry.value() != null && entry.key().equals(entry.value().customerId());
    }

    private static <V> List<Entry<V>> all(TopicLog<V> log, Function<Entry<V>, Boolean> isOfInterest) {
        try (log) {
            return log.toEnd().stream().filter(isOfInterest::apply).toList();
        }
    }

    private static <V> Map<String, List<Entry<V>>> byKey(List<Entry<V>> entries) {
        return entries.stream().collect(Collectors.groupingBy(Entry::key, LinkedHashMap::new, Collectors.toList()));
    }

    private static <V> Map<String, Deque<Entry<V>>> queues(List<Entry<V>> entries) {
        Map<String, Deque<Entry<V>>> queues = new LinkedHashMap<>();
        byKey(entries).forEach((key, queue) -> queues.put(key, new ArrayDeque<>(queue)));
        return queues;
    }
}
