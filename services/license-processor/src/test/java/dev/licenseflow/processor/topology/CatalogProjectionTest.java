package dev.licenseflow.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Rule("C2")
class CatalogProjectionTest {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Instant JUNE = Instant.parse("2026-06-01T03:00:00Z");
    private static final Instant IN_TIME = JUNE.minus(MARGIN);
    private static final CatalogVersion FIRST = ScenarioCatalog.FIRST;
    private static final CatalogVersion SECOND = CatalogBuilder.after(FIRST, JUNE)
            .changing("cloud", cloud -> cloud.priceCents(9_999))
            .build();
    private static final CatalogVersion THIRD =
            CatalogBuilder.after(SECOND, JUNE.plus(Duration.ofDays(30))).build();

    private final Topic<String, CatalogVersion> topic =
            LicensingTopics.of(Map.of("schema.registry.url", "mock://catalogs")).catalog();
    private final CatalogProjection catalogs = new CatalogProjection(topic, MARGIN);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
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

        assertThat(catalogs.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).isEmpty();
    }

    @Test
    void aVersionThatComesTooLateIsIgnoredLoudly() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(SECOND, IN_TIME.plusMillis(1));

        assertThat(catalogs.history().versions()).containsExactly(FIRST);
        assertThat(errors()).singleElement().asString().contains("Catalog version 2 is not in force");
    }

    @Test
    void anInvalidVersionIsIgnoredLoudly() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(CatalogBuilder.copyOf(SECOND).without("cloud").build(), IN_TIME);

        assertThat(catalogs.history().versions()).containsExactly(FIRST);
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

        assertThat(catalogs.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).singleElement().asString().contains("never overwritten");
    }

    /** As a restart reads them: a version that was refused when it came is refused for good, though it is the later one. */
    @Test
    void aRefusedVersionDoesNotComeBackWhenTheTopicIsReadAnew() {
        CatalogVersion refused = CatalogBuilder.copyOf(SECOND)
                .changing("cloud", cloud -> cloud.priceCents(1))
                .build();
        for (int start = 0; start < 2; start++) {
            enter(FIRST, ScenarioCatalog.SINCE);
            enter(SECOND, IN_TIME);
            enter(refused, IN_TIME);
        }

        assertThat(catalogs.history().versions()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aVersionThatIsPublishedAgainInTheSameWordsIsNoError() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(FIRST, JUNE);

        assertThat(catalogs.history().versions()).containsExactly(FIRST);
        assertThat(errors()).isEmpty();
    }

    @Test
    void aCorrectVersionUnderTheNumberOfARefusedOneIsAccepted() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(CatalogBuilder.copyOf(SECOND).without("cloud").build(), IN_TIME.minusSeconds(10));
        enter(SECOND, IN_TIME);

        assertThat(catalogs.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).hasSize(1);
    }

    @Test
    void aVersionBeforeItsPredecessorIsIgnoredLoudlyAndStaysSo() {
        enter(FIRST, ScenarioCatalog.SINCE);
        enter(THIRD, IN_TIME);
        enter(SECOND, IN_TIME);

        assertThat(catalogs.history().versions()).containsExactly(FIRST, SECOND);
        assertThat(errors()).singleElement().asString().contains("Catalog version 3 is not in force");
    }

    @Test
    void aRecordThatIsNoVersionIsIgnoredLoudly() {
        enter("2", bytes(FIRST), ScenarioCatalog.SINCE);
        enter("1", null, ScenarioCatalog.SINCE);
        enter("1", new byte[] {1, 2, 3}, ScenarioCatalog.SINCE);

        assertThat(catalogs.history().versions()).isEmpty();
        assertThat(errors()).hasSize(3);
    }

    private void enter(CatalogVersion catalog, Instant at) {
        enter(Integer.toString(catalog.version()), bytes(catalog), at);
    }

    private void enter(String key, byte @Nullable [] value, Instant at) {
        catalogs.enter(key, new RecordHeaders(), value, at);
    }

    private byte[] bytes(CatalogVersion catalog) {
        return topic.values().serializer().serialize(topic.name(), catalog);
    }

    private List<String> errors() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(CatalogProjection.class);
    }
}
