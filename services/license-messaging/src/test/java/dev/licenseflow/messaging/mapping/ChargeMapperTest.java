package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Draw;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeMapperTest {

    @ParameterizedTest
    @EnumSource(ChargeKind.class)
    void aChargeOfEveryKindComesBackAsItWas(ChargeKind kind) {
        Draw draw = new Draw(6);
        for (int round = 0; round < 20; round++) {
            Charge charge = charge(kind, draw);
            assertThat(ChargeMapper.toDomain(AvroBytes.through(ChargeMapper.toAvro(charge))))
                    .isEqualTo(charge);
        }
    }

    @Test
    void dueByIsTheLastDayOfTheMonth() {
        ChargeLine line = new ChargeLine("cloud", 1, 3_000, 28, 29, 2_897);
        Charge charge = february(line);
        assertThat(ChargeMapper.toAvro(charge).getDueBy()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void thePeriodIsWhatIsLeftOfTheMonthAndNothingForAChargeThatIsNotForDays() {
        ChargeLine fiveDays = new ChargeLine("cloud", 1, 3_000, 5, 29, 517);
        ChargeLine noDays = new ChargeLine("cloud", 0, 0, 0, 29, 517);
        assertThat(ChargeMapper.toAvro(february(fiveDays)).getPeriodFrom()).isEqualTo(LocalDate.of(2028, 2, 25));
        assertThat(ChargeMapper.toAvro(february(fiveDays)).getPeriodThrough()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(ChargeMapper.toAvro(february(noDays)).getPeriodFrom()).isNull();
        assertThat(ChargeMapper.toAvro(february(noDays)).getPeriodThrough()).isNull();
    }

    private static Charge february(ChargeLine line) {
        return new Charge(
                "h1",
                ChargeKind.ADDITION,
                "c1",
                "p1",
                line,
                "BRL",
                YearMonth.of(2028, 2),
                "r1",
                1,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aKindOfANewerProcessorIsRefused() {
        dev.licenseflow.schema.Charge charge = ChargeMapper.toAvro(charge(ChargeKind.INITIAL, new Draw(0)));
        charge.setKind(dev.licenseflow.schema.charge.ChargeKind.UNKNOWN);
        assertThatThrownBy(() -> ChargeMapper.toDomain(charge))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("charge: kind has a value that this version does not know");
    }

    private static Charge charge(ChargeKind kind, Draw draw) {
        return new Charge(
                draw.text(),
                kind,
                draw.text(),
                draw.text(),
                new ChargeLine(draw.text(), draw.number(), draw.cents(), draw.number(), draw.number(), draw.cents()),
                draw.text(),
                draw.month(),
                draw.text(),
                draw.number(),
                draw.maybe(draw::text),
                draw.maybe(draw::text));
    }
}
