package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.ProcessorConnection;
import dev.licenseflow.processor.topology.ProcessorSettings;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.pipeline.Foundation;
import dev.licenseflow.standalone.pipeline.StartPhase;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.LogFile;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;

/**
 * A pipeline for one story: a real broker on free ports, in a folder that is gone afterwards. Two partitions and one
 * thread, since every further one only makes the start longer.
 */
final class LivePipeline implements StoryPipeline, AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final long PATIENCE_SECONDS = 60;

    private final TemporaryFolder temporary;
    private final DataFolder folder;
    private final Foundation foundation;
    private final LicenseProcessor processor;
    private final KafkaProducer<String, Request> producer;
    private final AnswerReader answers;
    private final LicensingTopics topics;

    private LivePipeline(
            TemporaryFolder temporary, DataFolder folder, Foundation foundation, LicenseProcessor processor) {
        this.temporary = temporary;
        this.folder = folder;
        this.foundation = foundation;
        this.processor = processor;
        KafkaAccess access = foundation.access();
        this.topics = LicensingTopics.of(access.registry());
        Map<String, Object> properties = access.clientProperties();
        properties.put("linger.ms", "0");
        this.producer = new KafkaProducer<>(
                properties,
                topics.requests().keys().serializer(),
                topics.requests().values().serializer());
        this.answers = AnswerReader.open(access);
    }

    /** Starts it, and returns when requests are decided. */
    static LivePipeline start(Consumer<StartPhase> progress) throws InterruptedException {
        TemporaryFolder temporary = TemporaryFolder.create();
        LogFile.open(temporary.path().resolve("demo.log"));
        DataFolder folder = DataFolder.open(temporary.path().resolve("data"));
        BrokerSettings broker = BrokerSettings.onFreePorts()
                .with("offsets.topic.num.partitions", "1")
                .with("transaction.state.log.num.partitions", "1");
        Foundation foundation = Foundation.start(folder, broker, 0, PARTITIONS, progress);
        progress.accept(StartPhase.PROCESSOR);
        CountDownLatch running = new CountDownLatch(1);
        LicenseProcessor processor =
                LicenseProcessor.of(connection(folder, foundation.access()), ProcessorSettings.DEFAULT, state -> {
                    if (state == KafkaStreams.State.RUNNING) {
                        running.countDown();
                    }
                });
        processor.start();
        LivePipeline pipeline = new LivePipeline(temporary, folder, foundation, processor);
        if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The processor did not come to run; see " + temporary.path());
        }
        return pipeline;
    }

    @Override
    public String address() {
        return foundation.access().bootstrapServers();
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topics.requests().name(), request.customerId(), request))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The request could not be published", failure);
        }
        return answers.to(request);
    }

    @Override
    public int surplus(String customerId) {
        return answers.surplus(customerId);
    }

    @Override
    public void close() {
        answers.close();
        producer.close();
        processor.close();
        foundation.close();
        folder.close();
        temporary.close();
    }

    private static ProcessorConnection connection(DataFolder folder, KafkaAccess access) {
        return new ProcessorConnection(
                access.bootstrapServers(), access.registry(), folder.resolve("state"), 1, Map.of());
    }
}
