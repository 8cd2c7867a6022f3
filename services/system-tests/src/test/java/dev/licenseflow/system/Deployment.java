package dev.licenseflow.system;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services beside a pipeline, in processes of their own, configured by the documented environment variables. */
final class Deployment implements AutoCloseable {

    private final Pipeline pipeline;
    private final Path folder;
    private final EmbeddedDatabase postgres;
    private final HikariDataSource source = new HikariDataSource();
    private final List<ServiceProcess> started = new ArrayList<>();

    Deployment(Pipeline pipeline, Path folder) {
        this.pipeline = pipeline;
        this.folder = folder;
        this.postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        source.setJdbcUrl(postgres.url());
        source.setUsername(EmbeddedDatabase.USER);
        source.setMaximumPoolSize(2);
    }

    /** Its state lies in its folder, so the same name finds it again. */
    ServiceProcess processor(String name) {
        return start("license-processor", name, Map.of());
    }

    /** Under its name as instance id, so that after a kill it is at once what it was. */
    ServiceProcess ledger(String name) {
        return start(
                "billing-ledger",
                name,
                Map.of(
                        "BILLING_DATABASE_URL",
                        postgres.url(),
                        "BILLING_DATABASE_USER",
                        EmbeddedDatabase.USER,
                        "INSTANCE_ID",
                        name));
    }

    ServiceProcess portal(String name, ServiceProcess processor) {
        Map<String, String> environment = new HashMap<>(portalDatabase());
        environment.put("PROCESSOR_URL", processor.url());
        environment.put("INSTANCE_ID", name);
        return start("partner-portal", name, environment);
    }

    /** What tells the portal, and whoever manages its accounts, where its database is. */
    Map<String, String> portalDatabase() {
        return Map.of(
                "PORTAL_DATABASE_URL", postgres.database("portal"), "PORTAL_DATABASE_USER", EmbeddedDatabase.USER);
    }

    private ServiceProcess start(String service, String name, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", pipeline.access().bootstrapServers());
        environment.put("SCHEMA_REGISTRY_URL", pipeline.access().registry().get("schema.registry.url"));
        ServiceProcess process =
                ServiceProcess.start(service, folder.resolve(name), Ports.free(BrokerSettings.LOOPBACK), environment);
        started.add(process);
        return process;
    }

    JdbcClient database() {
        return JdbcClient.create(source);
    }

    long number(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        started.forEach(ServiceProcess::close);
        source.close();
        postgres.close();
    }
}
