package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.QuantityChangeKind;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.schema.catalog.SalesStatus;
import dev.licenseflow.schema.decision.QuantityChange;
import dev.licenseflow.schema.decision.ReasonCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every enum that stands in a record has the domain's names, and one more where a reader may be older than the writer. */
class SymbolsTest {

    static Stream<Arguments> published() {
        return Stream.of(
                pair(Channel.class, dev.licenseflow.schema.request.Channel.class),
                pair(Operation.class, dev.licenseflow.schema.request.Operation.class),
                pair(Operation.class, dev.licenseflow.schema.decision.Operation.class),
                pair(RenewalMethod.class, dev.licenseflow.schema.request.RenewalMethod.class),
                pair(RenewalMethod.class, dev.licenseflow.schema.license.RenewalMethod.class),
                pair(LicenseStatus.class, dev.licenseflow.schema.license.LicenseStatus.class),
                pair(SettlementOutcome.class, dev.licenseflow.schema.settlement.SettlementOutcome.class),
                pair(ProductKind.class, dev.licenseflow.schema.catalog.ProductKind.class),
                pair(Proration.class, dev.licenseflow.schema.catalog.Proration.class),
                pair(ProductStatus.class, SalesStatus.class),
                pair(ChargeKind.class, dev.licenseflow.schema.charge.ChargeKind.class),
                pair(Cause.class, dev.licenseflow.schema.decision.Cause.class),
                pair(Outcome.class, dev.licenseflow.schema.decision.Outcome.class),
                pair(Channel.class, dev.licenseflow.schema.decision.Channel.class),
                pair(RenewalMethod.class, dev.licenseflow.schema.decision.RenewalMethod.class),
                pair(LicenseStatus.class, dev.licenseflow.schema.decision.LicenseStatus.class),
                pair(SettlementOutcome.class, dev.licenseflow.schema.decision.SettlementOutcome.class),
                pair(QuantityChangeKind.class, QuantityChange.class),
                pair(RejectionCode.class, ReasonCode.class));
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedEnumHasTheDomainsNamesAndUnknown(Class<? extends Enum<?>> domain, Class<? extends Enum<?>> record) {
        assertThat(names(record))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(names(domain).stream(), Stream.of("UNKNOWN"))
                        .toList());
    }

    @Test
    void aSymbolThatTheDomainDoesNotHaveIsRefusedWithTheFieldsName() {
        assertThatThrownBy(
                        () -> Symbols.known("channel", Channel.class, dev.licenseflow.schema.request.Channel.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel has a value that this version does not know");
    }

    private static Arguments pair(Class<? extends Enum<?>> domain, Class<? extends Enum<?>> record) {
        return Arguments.of(domain, record);
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
