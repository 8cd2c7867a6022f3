package dev.licenseflow.messaging.publishing;

import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.TopicDeclaration;
import dev.licenseflow.wire.RegistryRefusalException;
import dev.licenseflow.wire.RegistrySettings;
import dev.licenseflow.wire.SchemaRegistry;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the schema of every topic's values, and keeps everybody else from doing so: a subject of ours takes only
 * versions that read and are read by all others, and is read-only but while this class registers one. May run in several
 * processes at once.
 */
public final class SchemaPublisher {

    /** What a new version of a subject has to be to all versions before it, by the registry's name for it. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    /** Another process that publishes may lock a subject that this one has opened. It does so once or twice. */
    private static final int ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(SchemaPublisher.class);

    private final SchemaRegistry registry;
    private final RegistrySettings settings;
    private final boolean lockingAll;

    /**
     * Prepares and asks nothing yet.
     *
     * @param lockingAll locks all of the registry, which has to be Apicurio's, in place of each subject
     */
    public SchemaPublisher(KafkaAccess access, boolean lockingAll) {
        this.registry = SchemaRegistry.of(access.registry());
        this.settings = RegistrySettings.of(access.registry());
        this.lockingAll = lockingAll;
    }

    /** Publishes to a registry that locks each subject. */
    public static List<PublishedSubject> publish(KafkaAccess access) {
        return new SchemaPublisher(access, false).publish();
    }

    /**
     * Registers what is not registered yet, and locks what is not locked; changes nothing where all is done.
     *
     * @return every subject, sorted
     * @throws SchemaPublishingException if the registry refuses a schema; the subject is locked all the same
     * @throws dev.licenseflow.wire.RegistryUnavailableException if the registry does not answer
     */
    public List<PublishedSubject> publish() {
        return LicensingTopics.ALL.stream()
                .sorted(Comparator.comparing(TopicDeclaration::subject))
                .map(topic -> publish(topic.subject(), topic.schema()))
                .toList();
    }

    /** The same for one subject and schema. */
    public PublishedSubject publish(String subject, Schema schema) {
        try {
            register(subject, schema);
            int latestId = registry.latest(subject).id();
            return new PublishedSubject(subject, registry.idOf(subject, schema), latestId, isReadOnly(subject));
        } catch (RegistryRefusalException refusal) {
            throw new SchemaPublishingException(subject + ": " + refusal.getMessage(), refusal);
        }
    }

    /**
     * Found out by asking for the level that the subject has to have in any case: there are registries that take a mode,
     * answer it when they are asked, and do not keep to it.
     */
    private boolean isReadOnly(String subject) {
        try {
            settings.setCompatibility(subject, COMPATIBILITY);
            return false;
        } catch (RegistryRefusalException refusal) {
            if (refusal.isReadOnly()) {
                return true;
            }
            throw refusal;
        }
    }

    private void register(String subject, Schema schema) {
        for (int attempt = 1; !isDone(subject, schema); attempt++) {
            try {
                registerOnce(subject, schema);
                return;
            } catch (RegistryRefusalException refusal) {
                if (!refusal.isReadOnly() || attempt == ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    private boolean isDone(String subject, Schema schema) {
        if (!isReadOnly(subject)) {
            return false;
        }
        try {
            registry.idOf(subject, schema);
        } catch (RegistryRefusalException unknown) {
            return false;
        }
        return settings.compatibility(subject).equals(COMPATIBILITY);
    }

    private void registerOnce(String subject, Schema schema) {
        setReadOnly(subject, false);
        try {
            settings.setCompatibility(subject, COMPATIBILITY);
            registry.register(subject, schema);
        } finally {
            setReadOnly(subject, true);
        }
    }

    private void setReadOnly(String subject, boolean readOnly) {
        if (lockingAll) {
            setAllReadOnly(readOnly);
            return;
        }
        try {
            settings.setReadOnly(subject, readOnly);
        } catch (RegistryRefusalException withoutModes) {
            LOG.debug("The registry does not set the mode of {}: {}", subject, withoutModes.getMessage());
        }
    }

    private void setAllReadOnly(boolean readOnly) {
        try {
            settings.setAllReadOnly(readOnly);
        } catch (RegistryRefusalException refusal) {
            throw new SchemaPublishingException(
                    "The registry cannot be made read-only as a whole; Apicurio Registry from 3.0 on can: "
                            + refusal.getMessage(),
                    refusal);
        }
    }
}
