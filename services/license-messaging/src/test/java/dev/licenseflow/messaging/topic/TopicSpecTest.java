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
        assertThat(new LicensingTopicSpecs().clock().configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "604800000")
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("compression.type", "producer");
    }

    @Test
    void aJournalIsKeptForever() {
        assertThat(new LicensingTopicSpecs().decisions().configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "CreateTime");
    }

    @Test
    void aTableIsCompacted() {
        assertThat(new LicensingTopicSpecs().licenses().configs()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void whatComesFromOutsideIsBoundedAsItIsUnpacked() {
        LicensingTopicSpecs topics = new LicensingTopicSpecs();
        assertThat(topics.requests().configs())
                .containsEntry("compression.type", "uncompressed")
                .containsEntry("max.message.bytes", "1048588");
        assertThat(topics.settlements().configs())
                .containsEntry("compression.type", "uncompressed")
                .containsEntry("max.message.bytes", "1048588");
    }

    @Test
    void whatTheProcessorWritesHasRoomForWhatTheLargestInputCauses() {
        LicensingTopicSpecs topics = new LicensingTopicSpecs();
        assertThat(List.of(topics.decisions(), topics.charges(), topics.licenses(), topics.monthCloses()))
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("max.message.bytes", "4194304"));
    }

    @Test
    void theCatalogKeepsEveryVersionEverPublished() {
        assertThat(new LicensingTopicSpecs().catalog().configs())
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
        LicensingTopicSpecs topics = new LicensingTopicSpecs(3);

        assertThat(topics.all())
                .extracting(TopicSpec::name)
                .doesNotHaveDuplicates()
                .hasSize(10)
                .contains("licensing.requests.dlq", "licensing.settlements.dlq", "licensing.month-closes");
        assertThat(topics.all()).filteredOn(topic -> topic.partitions() != 3).containsExactly(topics.catalog());
    }
}
