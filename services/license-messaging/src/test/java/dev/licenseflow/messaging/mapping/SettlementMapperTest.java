package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Requests;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.settlement.SettlementOutcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementMapperTest {

    static List<Settlement> settlements() {
        return Requests.manySettlements();
    }

    @ParameterizedTest
    @MethodSource("settlements")
    void everySettlementComesBackAsItWas(Settlement settlement) {
        ChargeSettlement received = AvroBytes.through(SettlementMapper.toAvro(settlement));
        assertThat(SettlementMapper.toDomain(received)).isEqualTo(settlement);
    }

    @Test
    void anOutcomeOfANewerBillingIsRefused() {
        ChargeSettlement settlement = SettlementMapper.toAvro(settlements().get(0));
        settlement.setOutcome(SettlementOutcome.UNKNOWN);
        assertThatThrownBy(() -> SettlementMapper.toDomain(settlement))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("settlement: outcome has a value that this version does not know");
    }

    @Test
    void moreChargesThanCanBeDecidedOnAreRefused() {
        List<String> chargeIds = Collections.nCopies(1_001, "h");
        ChargeSettlement settlement = SettlementMapper.toAvro(settlements().get(0));
        settlement.setChargeIds(chargeIds);
        assertThatThrownBy(() -> SettlementMapper.toDomain(settlement))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageStartingWith("settlement: chargeIds has 1001 entries");
    }
}
