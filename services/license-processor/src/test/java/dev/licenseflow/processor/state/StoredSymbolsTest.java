package dev.licenseflow.processor.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.state.StoredOperation;
import dev.licenseflow.messaging.state.StoredQuoteEnd;
import dev.licenseflow.messaging.state.StoredRenewalMethod;
import dev.licenseflow.messaging.state.StoredStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every enum of the stored state has just the domain's names: nobody else writes it. */
class StoredSymbolsTest {

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of(LicenseStatus.class, StoredStatus.class),
                Arguments.of(RenewalMethod.class, StoredRenewalMethod.class),
                Arguments.of(Operation.class, StoredOperation.class),
                Arguments.of(QuoteEnd.class, StoredQuoteEnd.class));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aStoredEnumHasTheDomainsNames(Class<? extends Enum<?>> domain, Class<? extends Enum<?>> state) {
        assertThat(names(state)).containsExactlyInAnyOrderElementsOf(names(domain));
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
