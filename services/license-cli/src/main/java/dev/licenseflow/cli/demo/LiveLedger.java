package dev.licenseflow.cli.demo;

import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.postgres.EmbeddedDatabase;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;

/** The billing ledger as it is deployed, on a PostgreSQL of its own. It is started on another thread, while the demo begins. */
final class LiveLedger implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final CompletableFuture<String> url;
    private volatile @Nullable EmbeddedDatabase database;
    private volatile @Nullable ConfigurableApplicationContext service;

    /**
     * Begins to start it.
     *
     * @param folder for its data
     * @param access to the pipeline, waited for once the database is there
     */
    LiveLedger(TemporaryFolder folder, CompletableFuture<KafkaAccess> access, ZoneId zone) {
        this.url = CompletableFuture.supplyAsync(
                () -> start(folder, access, zone), task -> new Thread(task, "ledger").start());
    }

    /** Where it listens, once it does. */
    String url() throws InterruptedException {
        try {
            return url.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The billing ledger does not start", failure);
        }
    }

    private String start(TemporaryFolder folder, CompletableFuture<KafkaAccess> access, ZoneId zone) {
        EmbeddedDatabase started = EmbeddedDatabase.start(folder.path().resolve("postgres"), 0);
        database = started;
        // The database is a process of its own, which would outlive this one.
        folder.whenAbandoned(started::close);
        KafkaAccess kafka = access.join();
        ConfigurableApplicationContext ledger = LedgerApplication.builder()
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--licenseflow.zone=" + zone.getId(),
                        "--licenseflow.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--licenseflow.registry[schema.registry.url]="
                                + kafka.registry().get("schema.registry.url"),
                        "--licenseflow.database.url=" + started.url(),
                        "--licenseflow.database.user=" + EmbeddedDatabase.USER);
        service = ledger;
        return "http://127.0.0.1:" + ledger.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Waits until the start is over, however it ends. */
    @Override
    public void close() {
        url.handle((started, failure) -> failure).join();
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
