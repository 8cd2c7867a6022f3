package dev.licenseflow.processor.spring;

import dev.licenseflow.processor.query.LicenseQueries;
import dev.licenseflow.processor.query.NotAnswerableException;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.StartConditions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the processor once what it needs is there and stops it with the service. The service is alive unless a bug has
 * stopped the processor, and ready while it runs; see {@link ProcessorHealth}.
 */
@Component
class ProcessorLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorLifecycle.class);
    private static final long WAIT_MILLIS = 2_000;

    private final ProcessorProperties properties;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private volatile @Nullable LicenseProcessor processor;
    private volatile @Nullable Thread starter;
    private volatile String waitsFor = "its start";

    ProcessorLifecycle(ProcessorProperties properties, ApplicationEventPublisher events, MeterRegistry meters) {
        this.properties = properties;
        this.events = events;
        this.meters = meters;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::startWhenPossible, "processor-start");
        starter = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = starter;
        if (thread != null) {
            thread.interrupt();
        }
        LicenseProcessor running = processor;
        if (running != null) {
            running.close();
        }
        starter = null;
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    /** Empty until the processor was started. */
    Optional<KafkaStreams.State> state() {
        return Optional.ofNullable(processor).map(LicenseProcessor::state);
    }

    /** @throws NotAnswerableException until the processor was started */
    LicenseQueries queries() {
        LicenseProcessor running = processor;
        if (running == null) {
            throw new NotAnswerableException("The processor waits for " + waitsFor);
        }
        return running.queries();
    }

    boolean everyCustomerHasAnOwner() {
        return queries().everyCustomerHasAnOwner(properties.self());
    }

    String waitsFor() {
        return waitsFor;
    }

    private void startWhenPossible() {
        Map<String, Object> admin = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        try (Admin client = Admin.create(admin)) {
            StartConditions conditions = new StartConditions(client, properties.partitions());
            Optional<String> missing = conditions.missing();
            while (missing.isPresent()) {
                if (!missing.get().equals(waitsFor)) {
                    waitsFor = missing.get();
                    LOG.info("Waiting for {}", waitsFor);
                }
                Thread.sleep(WAIT_MILLIS);
                missing = conditions.missing();
            }
            LicenseProcessor ready = LicenseProcessor.of(properties.connection(), properties.settings(), this::follow);
            ready.metrics().bindTo(meters);
            processor = ready;
            ready.start();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.error("The processor cannot start", failure);
            waitsFor = "an operator: " + failure.getMessage();
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
    }

    private void follow(KafkaStreams.State state) {
        if (state == KafkaStreams.State.ERROR) {
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
    }
}
