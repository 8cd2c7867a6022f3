package dev.licenseflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TopicSpecTest {

    @Test
    void eventsAreDeletedAfterTheirRetention() {
        assertThat(LicensingTopics.CLOCK.spec(8).configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "604800000")
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("compression.type", "producer");
    }

    @Test
    void aJournalIsKeptForever() {
        assertThat(LicensingTopics.DECISIONS.spec(8).configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "CreateTime");
    }

    @Test
    void aTableIsCompacted() {
        assertThat(LicensingTopics.LICENSES.spec(8).configs()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void whatComesFromOutsideIsBoundedAsItIsUnpacked() {
        assertThat(LicensingTopics.REQUESTS.spec(8).configs())
                .containsEntry("compression.type", "uncompressed")
                .containsEntry("max.message.bytes", "1048588");
        assertThat(LicensingTopics.SETTLEMENTS.spec(8).configs())
                .containsEntry("compression.type", "uncompressed")
                .containsEntry("max.message.bytes", "1048588");
    }

    @Test
    void whatTheProcessorWritesHasRoomForWhatTheLargestInputCauses() {
        assertThat(List.of(
                        LicensingTopics.DECISIONS,
                        LicensingTopics.CHARGES,
                        LicensingTopics.LICENSES,
                        LicensingTopics.MONTH_CLOSES))
                .allSatisfy(topic -> assertThat(topic.spec(8).configs()).containsEntry("max.message.bytes", "4194304"));
    }

    @Test
    void theCatalogKeepsEveryVersionEverPublished() {
        assertThat(LicensingTopics.CATALOG.spec(8).configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void aSpecThatNoBrokerCouldKeepIsRefused() {
        assertThatThrownBy(() -> TopicSpec.table("t", 0, TimestampType.CREATE_TIME))
                .hasMessageContaining("at least one partition");
        assertThatThrownBy(() -> TopicSpec.events("t", 1, Duration.ZERO, TimestampType.CREATE_TIME))
                .hasMessageContaining("lose its records");
        assertThatThrownBy(() -> TopicSpec.table("t", 1, TimestampType.NO_TIMESTAMP_TYPE))
                .hasMessageContaining("record times");
    }

    @Test
    void theLicensingTopicsAreNamedOnceAndCoPartitionedButForTheCatalog() {
        List<TopicSpec> topics = LicensingTopics.specs(3);

        assertThat(topics)
                .extracting(TopicSpec::name)
                .doesNotHaveDuplicates()
                .hasSize(12)
                .contains("licensing.requests.dlq", "licensing.settlements.dlq", "licensing.month-closes");
        assertThat(topics)
                .filteredOn(topic -> topic.partitions() != 3)
                .extracting(TopicSpec::name)
                .containsExactly("licensing.catalog");
    }
}
