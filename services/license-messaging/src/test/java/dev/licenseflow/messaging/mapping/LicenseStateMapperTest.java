package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Licenses;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.ProductQuantities;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LicenseStateMapperTest {

    private static final Instant AT = Instant.parse("2026-03-16T13:00:00Z");

    static Stream<PublishedLicenses> licenses() {
        return Licenses.many().stream().map(licenses -> PublishedLicenses.of(licenses, "BRL"));
    }

    @Test
    void itShowsWhatRuleL1Names() {
        YearMonth march = YearMonth.of(2026, 3);
        PublishedLicenses licenses = new PublishedLicenses(
                "c1",
                "p1",
                "link",
                LicenseStatus.SUSPENDED,
                RenewalMethod.MANAGED_BILLING,
                march,
                7,
                new TreeMap<>(Map.of("link", new Quantities(1, 1), "cloud", new Quantities(1, 0))),
                10_645,
                "BRL",
                march,
                false,
                true,
                AT,
                "request-3-17");
        assertThat(LicenseStateMapper.toAvro(licenses))
                .isEqualTo(new LicenseState(
                        "c1",
                        "p1",
                        "link",
                        dev.licenseflow.schema.license.LicenseStatus.SUSPENDED,
                        dev.licenseflow.schema.license.RenewalMethod.MANAGED_BILLING,
                        "2026-03",
                        7L,
                        List.of(new ProductQuantities("cloud", 1, 0), new ProductQuantities("link", 1, 1)),
                        10_645L,
                        "BRL",
                        "2026-03",
                        false,
                        true,
                        AT,
                        "request-3-17"));
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void everyStateComesBackAsItWas(PublishedLicenses licenses) {
        LicenseState received = AvroBytes.through(LicenseStateMapper.toAvro(licenses));
        assertThat(LicenseStateMapper.toDomain(received)).isEqualTo(licenses);
    }

    @Test
    void aStatusThatIsNewerIsRefused() {
        LicenseState state = LicenseStateMapper.toAvro(licenses().findFirst().orElseThrow());
        state.setStatus(dev.licenseflow.schema.license.LicenseStatus.UNKNOWN);
        assertThatThrownBy(() -> LicenseStateMapper.toDomain(state))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("licenses: status has a value that this version does not know");
    }
}
