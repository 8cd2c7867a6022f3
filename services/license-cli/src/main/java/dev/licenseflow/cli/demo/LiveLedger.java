package dev.licenseflow.cli.demo;

import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.postgres.EmbeddedDatabase;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;

/** The billing ledger as it is deployed, on a PostgreSQL of its own. It is started aside, while the story begins. */
final class LiveLedger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLedger.class);
    private static final long PATIENCE_SECONDS = 120;

    private final CompletableFuture<Parts> parts;

    private LiveLedger(CompletableFuture<Parts> parts) {
        this.parts = parts;
    }

    /**
     * Begins to start it.
     *
     * @param folder for its data
     * @param access to the pipeline, waited for once the database is there
     */
    static LiveLedger start(TemporaryFolder folder, Future<KafkaAccess> access, ZoneId zone) {
        return new LiveLedger(CompletableFuture.supplyAsync(
                () -> Parts.start(folder, access, zone), task -> new Thread(task, "ledger").start()));
    }

    /** Where it listens, once it does. */
    String url() throws InterruptedException {
        try {
            return parts.get(PATIENCE_SECONDS, TimeUnit.SECONDS).url();
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The billing ledger does not start", failure);
        }
    }

    @Override
    public void close() {
        try {
            parts.join().close();
        } catch (RuntimeException neverStarted) {
            LOG.warn("The billing ledger had not started", neverStarted);
        }
    }

    private record Parts(EmbeddedDatabase database, ConfigurableApplicationContext service) implements AutoCloseable {

        static Parts start(TemporaryFolder folder, Future<KafkaAccess> access, ZoneId zone) {
            EmbeddedDatabase database = EmbeddedDatabase.start(folder.path().resolve("postgres"), 0);
            // The database is a process of its own, which would outlive this one.
            folder.whenAbandoned(database::close);
            try {
                KafkaAccess kafka = access.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return new Parts(database, service(kafka, database, zone));
            } catch (ExecutionException | TimeoutException failure) {
                database.close();
                throw new IllegalStateException("There is no pipeline for the ledger", failure);
            } catch (InterruptedException stopped) {
                database.close();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } catch (RuntimeException failure) {
                database.close();
                throw failure;
            }
        }

        private static ConfigurableApplicationContext service(
                KafkaAccess access, EmbeddedDatabase database, ZoneId zone) {
            return LedgerApplication.builder()
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .run(
                            "--server.address=127.0.0.1",
                            "--server.port=0",
                            "--licenseflow.zone=" + zone.getId(),
                            "--licenseflow.bootstrap-servers=" + access.bootstrapServers(),
                            "--licenseflow.registry[schema.registry.url]="
                                    + access.registry().get("schema.registry.url"),
                            "--licenseflow.database.url=" + database.url(),
                            "--licenseflow.database.user=" + EmbeddedDatabase.USER);
        }

        String url() {
            return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
        }

        @Override
        public void close() {
            service.close();
            database.close();
        }
    }
}
