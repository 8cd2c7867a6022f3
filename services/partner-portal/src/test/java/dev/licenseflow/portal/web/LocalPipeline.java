package dev.licenseflow.portal.web;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import dev.licenseflow.portal.preview.Preview;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The topics and the processor behind the portal: takes requests out of its outbox, decides them with the pure core, and brings the
 * records into its inbox.
 */
final class LocalPipeline implements Preview, CurrentCatalog {

    /** Whether the pipeline can be reached, and answers. */
    enum Mode {
        ANSWERS,
        SLOW,
        CUT
    }

    private final TestClock clock;
    private final Outbox<Request> outbox;
    private final LicensingTopics topics;
    private final Supplier<Inbox<?>> inbox;
    private final List<Request> published = new ArrayList<>();
    private PureCore core = PureCore.withScenarioCatalog();
    private Mode mode = Mode.ANSWERS;
    private long offset;

    LocalPipeline(TestClock clock, Outbox<Request> outbox, LicensingTopics topics, Supplier<Inbox<?>> inbox) {
        this.clock = clock;
        this.outbox = outbox;
        this.topics = topics;
        this.inbox = inbox;
    }

    /** Begins anew, without any history. */
    synchronized void reset(Runnable emptyTables) {
        emptyTables.run();
        core = PureCore.withScenarioCatalog();
        published.clear();
        mode = Mode.ANSWERS;
    }

    synchronized void set(Mode changed) {
        mode = changed;
        work();
    }

    /** Publishes what is in the outbox and decides what is published, as far as the mode allows. */
    synchronized void work() {
        if (mode != Mode.CUT) {
            for (List<Outbox.Entry<Request>> next = outbox.next(100); !next.isEmpty(); next = outbox.next(100)) {
                next.forEach(entry -> published.add(entry.value()));
                outbox.markPublished(next);
            }
        }
        if (mode == Mode.ANSWERS) {
            List<Request> now = List.copyOf(published);
            published.clear();
            now.forEach(request -> deliver(core.request(request, clock.instant())));
        }
    }

    synchronized void backOffice(Request request) {
        deliver(core.backOffice(request, clock.instant()));
    }

    synchronized void settle(Settlement settlement) {
        deliver(core.settle(settlement, clock.instant()));
    }

    synchronized void beginMonth() {
        deliver(core.beginMonth(core.calendar().monthOf(clock.instant())));
    }

    synchronized CustomerLicenses licenses(String customerId) {
        return core.licensesOf(customerId);
    }

    @Override
    public synchronized Optional<Decision> of(Request request) {
        if (mode != Mode.ANSWERS) {
            return Optional.empty();
        }
        LicenseEngine engine = new LicenseEngine(core.calendar());
        Instant now = clock.instant();
        CustomerLicenses licenses = engine.rollOver(core.licensesOf(request.customerId()), core.catalogs(), now)
                .licenses();
        return Optional.of(engine.decide(licenses, core.catalogs(), request, LogPlace.ofRequest(now, 0, 0))
                .decision());
    }

    @Override
    public synchronized CatalogVersion at(Instant instant) {
        return core.catalogs().inForceAt(instant);
    }

    private void deliver(List<Decided> all) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Decided decided : all) {
            String customerId = decided.decision().customerId();
            records.add(record(topics.decisions(), customerId, decided.decision()));
            for (Charge charge : decided.charges()) {
                records.add(record(topics.charges(), customerId, charge));
            }
            if (core.licensesOf(customerId).isRegistered()) {
                records.add(record(
                        topics.licenses(), customerId, PublishedLicenses.of(core.licensesOf(customerId), "BRL")));
            }
        }
        inbox.get().enter(records);
    }

    private <V> ConsumerRecord<byte[], byte[]> record(Topic<String, V> topic, String customerId, V value) {
        return new ConsumerRecord<>(
                topic.name(),
                0,
                offset++,
                customerId.getBytes(StandardCharsets.UTF_8),
                topic.values().serializer().serialize(topic.name(), value));
    }
}
