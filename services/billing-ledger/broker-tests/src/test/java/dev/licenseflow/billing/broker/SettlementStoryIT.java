package dev.licenseflow.billing.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.licenseflow.billing.charge.ChargeBook;
import dev.licenseflow.billing.reconciliation.CustomerBalance;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.SettlementBook;
import dev.licenseflow.billing.settlement.SettlementDesk;
import dev.licenseflow.billing.settlement.SettlementLine;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementStatus;
import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.standalone.pipeline.ServerPorts;
import dev.licenseflow.standalone.pipeline.Standalone;
import dev.licenseflow.standalone.pipeline.StandaloneSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The ledger and the real processor in one JVM, as the standalone has them: from the first charge to its settlement. */
@Timeout(300)
class SettlementStoryIT {

    private static final String CUSTOMER = "cliente-1";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void chargesOfARegistrationAreSettledAndBothSidesAgree() throws Exception {
        StandaloneSettings settings = new StandaloneSettings(
                folder.resolve("pipeline"),
                "127.0.0.1",
                "127.0.0.1",
                ServerPorts.FREE,
                false,
                Optional.of(2),
                Optional.empty());
        try (Standalone.Running pipeline = Standalone.start(settings, progress -> {});
                EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
                ConfigurableApplicationContext ledger = startLedger(access(pipeline), postgres)) {
            register(access(pipeline));
            ChargeBook charges = ledger.getBean(ChargeBook.class);
            await().atMost(PATIENCE)
                    .until(() -> charges.open(CUSTOMER, Optional.empty(), 10).size() == 2);
            Reconciliation reconciliation = ledger.getBean(Reconciliation.class);
            await().atMost(PATIENCE).until(() -> agreeOn(reconciliation).isPresent());
            assertThat(agreeOn(reconciliation).orElseThrow().ledgerOpenCents()).isPositive();

            String settlementId = settleAll(ledger.getBean(SettlementDesk.class));
            SettlementBook settlements = ledger.getBean(SettlementBook.class);
            await().atMost(PATIENCE).until(() -> find(settlements, settlementId).status() != SettlementStatus.PENDING);
            LedgerSettlement decided = find(settlements, settlementId);
            assertThat(decided.status()).isEqualTo(SettlementStatus.APPLIED);
            assertThat(decided.lines())
                    .extracting(SettlementLine::result)
                    .containsOnly(SettlementLine.Result.SETTLED)
                    .hasSize(2);
            await().atMost(PATIENCE)
                    .until(() -> agreeOn(reconciliation)
                            .filter(balance -> balance.ledgerOpenCents() == 0)
                            .isPresent());
            assertThat(ledger.getEnvironment().getProperty("spring.application.name"))
                    .isEqualTo("billing-ledger");
        }
    }

    private static KafkaAccess access(Standalone.Running pipeline) {
        return KafkaAccess.of(
                pipeline.addresses().bootstrapServers(), pipeline.addresses().registryUrl());
    }

    private static ConfigurableApplicationContext startLedger(KafkaAccess access, EmbeddedDatabase postgres) {
        return LedgerApplication.builder()
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--licenseflow.bootstrap-servers=" + access.bootstrapServers(),
                        "--licenseflow.registry[schema.registry.url]="
                                + access.registry().get("schema.registry.url"),
                        "--licenseflow.database.url=" + postgres.url(),
                        "--licenseflow.database.user=" + EmbeddedDatabase.USER);
    }

    private static void register(KafkaAccess access) throws Exception {
        var topic = LicensingTopics.of(access.registry()).requests();
        Request request = new Request(
                "pedido-1",
                CUSTOMER,
                "parceiro-1",
                Channel.CUSTOMERS,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of(new Item("cloud", 1))));
        try (KafkaProducer<String, Request> producer = new KafkaProducer<>(
                access.clientProperties(),
                topic.keys().serializer(),
                topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), CUSTOMER, request)).get();
        }
    }

    private static String settleAll(SettlementDesk desk) {
        return desk.settle(new SettlementOrder(
                        CUSTOMER, List.of(), Optional.empty(), SettlementOutcome.PAID, Optional.empty()))
                .match(LedgerSettlement::settlementId, refused -> {
                    throw new AssertionError(refused);
                });
    }

    private static LedgerSettlement find(SettlementBook settlements, String settlementId) {
        return settlements.find(CUSTOMER, settlementId).orElseThrow();
    }

    /** The balance on which both sides agree, once they do. */
    private static Optional<CustomerBalance> agreeOn(Reconciliation reconciliation) {
        return reconciliation
                .of(CUSTOMER)
                .filter(balance -> balance.licensesOpenCents().isPresent() && balance.differenceCents() == 0);
    }
}
