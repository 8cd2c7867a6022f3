package dev.licenseflow.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Licenses;
import dev.licenseflow.messaging.state.CustomerLicensesState;
import dev.licenseflow.messaging.state.StoredClosedQuote;
import dev.licenseflow.messaging.state.StoredProduct;
import dev.licenseflow.messaging.state.StoredQuoteEnd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerLicensesMapperTest {

    static List<CustomerLicenses> licenses() {
        return Licenses.many();
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void everyCustomerComesBackAsItWas(CustomerLicenses licenses) {
        CustomerLicensesState stored = AvroBytes.through(CustomerLicensesMapper.toState(licenses));
        assertThat(CustomerLicensesMapper.toDomain(stored)).isEqualTo(licenses);
    }

    @Test
    void theCustomersTriedHaveEveryStatusAndEveryKindOfQuote() {
        assertThat(licenses().stream().map(CustomerLicenses::status)).contains(LicenseStatus.values());
        assertThat(licenses().stream().<Class<?>>map(each -> each.quote().getClass()))
                .contains(LatestQuote.class.getPermittedSubclasses());
    }

    @Test
    void quantitiesThatCannotBeStopTheClient() {
        CustomerLicensesState stored = CustomerLicensesMapper.toState(CustomerLicenses.unregistered("c1"));
        stored.setProducts(List.of(new StoredProduct("cloud", 1, 2)));
        assertThatThrownBy(() -> CustomerLicensesMapper.toDomain(stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The stored licenses of c1 are broken: ");
    }

    @Test
    void aQuoteThatIsOpenAndClosedStopsTheClient() {
        CustomerLicensesState stored = CustomerLicensesMapper.toState(licenses().stream()
                .filter(each -> each.quote().match(() -> false, open -> true, closed -> false))
                .findFirst()
                .orElseThrow());
        stored.setClosedQuote(new StoredClosedQuote("q1", StoredQuoteEnd.DECLINED));
        assertThatThrownBy(() -> CustomerLicensesMapper.toDomain(stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("the latest quote is both open and closed");
    }
}
