package dev.licenseflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductNames;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VirtualPipelineTest {

    private static final CatalogVersion CATALOG = new CatalogVersion(
            1,
            Instant.parse("2026-01-01T03:00:00Z"),
            "BRL",
            List.of(new Product(
                    "link",
                    new ProductNames("Link", "Link"),
                    ProductKind.SYSTEM,
                    List.of(),
                    List.of(),
                    new QuantityRange(1, 1),
                    12_000,
                    Proration.DAILY,
                    ProductStatus.SELLABLE)));

    @Test
    void monthsCloseOnTheWayOfTheClockInTheOrderOfTheirCustomers() {
        Instant start = Instant.parse("2026-03-10T13:00:00Z");
        try (VirtualPipeline pipeline = new VirtualPipeline(List.of(CATALOG), BusinessCalendar.SAO_PAULO, start)) {
            pipeline.publish("b", registration("b"));
            pipeline.publish("a", registration("a"));
            assertThat(pipeline.written())
                    .extracting(WrittenRecord::topic)
                    .containsExactly(
                            "licensing.decisions",
                            "licensing.charges",
                            "licensing.licenses",
                            "licensing.decisions",
                            "licensing.charges",
                            "licensing.licenses");

            pipeline.moveTo(Instant.parse("2026-05-02T13:00:00Z"));

            assertThat(pipeline.written())
                    .extracting(record -> record.topic() + " " + record.key() + " " + record.at())
                    .containsExactly(
                            "licensing.clock 0 2026-04-01T03:00:00Z",
                            "licensing.decisions a 2026-04-01T03:00:00Z",
                            "licensing.licenses a 2026-04-01T03:00:00Z",
                            "licensing.decisions b 2026-04-01T03:00:00Z",
                            "licensing.licenses b 2026-04-01T03:00:00Z",
                            "licensing.month-closes 0 2026-04-01T03:00:00Z",
                            "licensing.clock 0 2026-05-01T03:00:00Z",
                            "licensing.decisions a 2026-05-01T03:00:00Z",
                            "licensing.licenses a 2026-05-01T03:00:00Z",
                            "licensing.decisions b 2026-05-01T03:00:00Z",
                            "licensing.licenses b 2026-05-01T03:00:00Z",
                            "licensing.month-closes 0 2026-05-01T03:00:00Z");
        }
    }

    @Test
    void aRecordUnderAForeignKeyIsADeadLetterWithTheReason() {
        Instant start = Instant.parse("2026-03-10T13:00:00Z");
        try (VirtualPipeline pipeline = new VirtualPipeline(List.of(CATALOG), BusinessCalendar.SAO_PAULO, start)) {
            pipeline.publish("z", registration("a"));

            assertThat(pipeline.written()).singleElement().satisfies(letter -> {
                assertThat(letter.topic()).isEqualTo("licensing.requests.dlq");
                assertThat(letter.key()).isEqualTo("z");
                assertThat(letter.at()).isEqualTo(start);
                assertThat(letter.headers())
                        .containsEntry("dlq-reason", "FOREIGN_KEY")
                        .containsEntry("dlq-topic", "licensing.requests");
            });
        }
    }

    private static Request registration(String customerId) {
        return new Request(
                "r-" + customerId,
                customerId,
                "p1",
                Channel.CUSTOMERS,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of()));
    }
}
