package dev.licenseflow.processor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Rule("C2")
class CatalogBookTest {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Instant JUNE = Instant.parse("2026-06-01T03:00:00Z");
    private static final Instant IN_TIME = JUNE.minus(MARGIN);
    private static final CatalogVersion FIRST = ScenarioCatalog.FIRST;
    private static final CatalogVersion SECOND = CatalogBuilder.after(FIRST, JUNE)
            .changing("cloud", cloud -> cloud.priceCents(9_999))
            .build();
    private static final CatalogVersion THIRD =
            CatalogBuilder.after(SECOND, JUNE.plus(Duration.ofDays(30))).build();

    @TempDir
    private Path temp;

    private final CatalogBook book = new CatalogBook(MARGIN);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private MockProcessorContext<Void, Void> context;
    private Processor<String, CatalogVersion, Void, Void> writer;

    @BeforeEach
    void open() {
        Properties properties = new Properties();
        properties.put("application.id", "catalogs");
        properties.put("bootstrap.servers", "none:1");
        context = new MockProcessorContext<>(properties, new TaskId(0, 0), temp.toFile());
        StateStore store = CatalogBook.store(LicensingTopics.of(Map.of("schema.registry.url", "mock://catalogs"))
                        .catalog()
                        .values())
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        writer = book.writer();
        writer.init(context);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void detach() {
        logger().detachAppender(log);
    }

    @Test
    void versionsInTimeAreEnteredSilently() {
        enter(FIRST, JUNE.plusSeconds(1));
        enter(SECOND, IN_TIME);

        assertThat(book.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).isEmpty();
    }

    @Test
    void aVersionThatComesTooLateIsIgnoredLoudly() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(SECOND, IN_TIME.plusMillis(1));

        assertThat(book.history().versions()).containsExactly(FIRST);
        assertThat(errors()).singleElement().asString().contains("Catalog version 2 is not in force");
    }

    @Test
    void anInvalidVersionIsIgnoredLoudly() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(CatalogBuilder.copyOf(SECOND).without("cloud").build(), IN_TIME);

        assertThat(book.history().versions()).containsExactly(FIRST);
        assertThat(errors()).singleElement().asString().contains("Catalog version 2 is not in force");
    }

    @Test
    void aVersionInForceIsNeverOverwritten() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(SECOND, IN_TIME);
        CatalogVersion other = CatalogBuilder.copyOf(SECOND)
                .changing("cloud", cloud -> cloud.priceCents(1))
                .build();
        enter(other, IN_TIME);

        assertThat(book.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).singleElement().asString().contains("never overwritten");
        book.writer().init(context);
        assertThat(book.history().versions()).as("after a restore").containsExactly(FIRST, SECOND);
    }

    @Test
    void aVersionThatIsPublishedAgainInTheSameWordsIsNoError() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(FIRST, JUNE);

        assertThat(book.history().versions()).containsExactly(FIRST);
        assertThat(errors()).isEmpty();
    }

    @Test
    void aCorrectVersionUnderTheNumberOfARefusedOneIsAccepted() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(CatalogBuilder.copyOf(SECOND).without("cloud").build(), IN_TIME.minusSeconds(10));
        enter(SECOND, IN_TIME);

        assertThat(book.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).hasSize(1);
    }

    @Test
    void versionsInAnyOrderMakeTheSameHistory() {
        enter(THIRD, IN_TIME);
        enter(FIRST, ScenarioCatalog.SINCE);
        assertThat(book.history().versions()).containsExactly(FIRST);
        enter(SECOND, IN_TIME);

        assertThat(book.history().versions()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aRecordWhoseKeyIsNotItsVersionIsIgnoredLoudly() {
        writer.process(new Record<>("2", FIRST, ScenarioCatalog.SINCE.toEpochMilli()));
        writer.process(new Record<>("1", null, ScenarioCatalog.SINCE.toEpochMilli()));

        assertThat(book.history().versions()).isEmpty();
        assertThat(errors()).hasSize(2);
    }

    private void enter(CatalogVersion catalog, Instant at) {
        writer.process(new Record<>(Integer.toString(catalog.version()), catalog, at.toEpochMilli()));
    }

    private List<String> errors() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(CatalogBook.class);
    }
}
