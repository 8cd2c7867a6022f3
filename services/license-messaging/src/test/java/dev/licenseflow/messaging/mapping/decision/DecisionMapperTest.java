package dev.licenseflow.messaging.mapping.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Decisions;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.decision.Cause;
import dev.licenseflow.schema.decision.Channel;
import dev.licenseflow.schema.decision.LicenseStatus;
import dev.licenseflow.schema.decision.MonthPaid;
import dev.licenseflow.schema.decision.Operation;
import dev.licenseflow.schema.decision.Outcome;
import dev.licenseflow.schema.decision.QuantityChange;
import dev.licenseflow.schema.decision.QuantityChanged;
import dev.licenseflow.schema.decision.QuoteOpened;
import dev.licenseflow.schema.decision.ReasonCode;
import dev.licenseflow.schema.decision.StatusChanged;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionMapperTest {

    static List<Decision> decisions() {
        return Decisions.many();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionComesBackAsItWas(Decision decision) {
        LicenseDecision received = AvroBytes.through(DecisionMapper.toAvro(decision));
        assertThat(DecisionMapper.toDomain(received)).isEqualTo(decision);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionThatCameBackIsTheSameBytesAgain(Decision decision) {
        byte[] bytes = AvroBytes.of(DecisionMapper.toAvro(decision));
        Decision read = DecisionMapper.toDomain(AvroBytes.through(DecisionMapper.toAvro(decision)));
        assertThat(AvroBytes.of(DecisionMapper.toAvro(read))).isEqualTo(bytes);
    }

    @Test
    void theDecisionsTriedHaveEveryEffectOfTheDomain() {
        assertThat(decisions().stream()
                        .flatMap(decision -> decision.effects().stream())
                        .<Class<?>>map(Effect::getClass))
                .contains(Effect.class.getPermittedSubclasses());
    }

    @Test
    void theDecisionsTriedHaveEveryEffectAndReasonOfTheSchema() {
        TreeSet<String> branches = new TreeSet<>();
        EnumSet<ReasonCode> codes = EnumSet.of(ReasonCode.UNKNOWN);
        for (Decision decision : decisions()) {
            LicenseDecision written = DecisionMapper.toAvro(decision);
            written.getEffects()
                    .forEach(effect ->
                            branches.add(((SpecificRecord) effect).getSchema().getName()));
            written.getReasons().forEach(reason -> codes.add(reason.getCode()));
        }
        assertThat(branches)
                .containsExactlyInAnyOrderElementsOf(
                        LicenseDecision.getClassSchema()
                                .getField("effects")
                                .schema()
                                .getElementType()
                                .getTypes()
                                .stream()
                                .map(Schema::getName)
                                .toList());
        assertThat(codes).containsExactly(ReasonCode.values());
    }

    @Test
    void chargeIdsAndQuoteAreThoseOfTheEffects() {
        assertThat(decisions()).allSatisfy(decision -> {
            LicenseDecision written = DecisionMapper.toAvro(decision);
            assertThat(written.getChargeIds()).isEqualTo(decision.chargeIds());
            assertThat(written.getQuote() != null).isEqualTo(decision.quote().isPresent());
        });
    }

    @Test
    void factsAreWrittenInTheOrderOfTheirNames() {
        assertThat(decisions())
                .allSatisfy(decision -> assertThat(
                                DecisionMapper.toAvro(decision).getReasons())
                        .allSatisfy(reason -> assertThat(
                                        List.copyOf(reason.getFacts().keySet()))
                                .isSorted()));
    }

    static Stream<Named<Consumer<LicenseDecision>>> unreadable() {
        return Stream.of(
                Named.of("cause", decision -> decision.setCause(Cause.UNKNOWN)),
                Named.of("outcome", decision -> decision.setOutcome(Outcome.UNKNOWN)),
                Named.of("code", decision -> decision.getReasons().get(0).setCode(ReasonCode.UNKNOWN)),
                Named.of("type", decision -> of(decision, QuantityChanged.class).setType(QuantityChange.UNKNOWN)),
                Named.of("channel", decision -> decision.setChannel(Channel.UNKNOWN)),
                Named.of("operation", DecisionMapperTest::forgetOperation),
                Named.of("quote", decision -> decision.setQuote(null)),
                Named.of("chargeIds", decision -> decision.setChargeIds(List.of())),
                Named.of(
                        "not what happened",
                        decision -> of(decision, QuantityChanged.class).setActiveAfter(2_000_000)),
                Named.of("status", decision -> of(decision, StatusChanged.class).setAfter(LicenseStatus.UNKNOWN)),
                Named.of("no month", decision -> of(decision, MonthPaid.class).setAfter("2026-13")),
                Named.of(
                        "there is a quote that no effect opened",
                        decision -> decision.setEffects(decision.getEffects().stream()
                                .filter(effect -> !(effect instanceof QuoteOpened))
                                .toList())));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNewerOrContradictsItselfIsRefused(Consumer<LicenseDecision> change) {
        LicenseDecision decision = DecisionMapper.toAvro(withEverything());
        DecisionMapper.toDomain(decision);
        change.accept(decision);
        assertThatThrownBy(() -> DecisionMapper.toDomain(decision))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageStartingWith("decision: ");
    }

    private static Decision withEverything() {
        return decisions().stream()
                .filter(decision -> !decision.reasons().isEmpty()
                        && !decision.quote().orElseThrow().changes().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static void forgetOperation(LicenseDecision decision) {
        decision.getQuote().getChanges().get(0).setOperation(Operation.UNKNOWN);
    }

    private static <T> T of(LicenseDecision decision, Class<T> branch) {
        return decision.getEffects().stream()
                .filter(branch::isInstance)
                .map(branch::cast)
                .findFirst()
                .orElseThrow();
    }
}
