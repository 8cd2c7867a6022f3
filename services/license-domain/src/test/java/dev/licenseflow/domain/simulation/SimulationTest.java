package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories of requests, settlements, catalogs, repetitions, restarts and months, checked after every step. The
 * system properties {@code licenseflow.simulation.seed} (one) or {@code licenseflow.simulation.seeds} (how many), and
 * {@code licenseflow.simulation.steps}, choose others.
 */
@Rule({
    "D1", "D3", "D4", "D5", "D6", "D8", "D9", "D10", "Q2", "Q3", "Q6", "Q7", "K3", "K4", "G1", "G2", "G4", "G5", "G6",
    "M1", "M2", "R1", "R2", "R3", "R4", "R7", "R8", "R9", "L1", "L4", "T1"
})
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("licenseflow.simulation.seeds", 12);
    private static final int STEPS = Integer.getInteger("licenseflow.simulation.steps", 500);

    @Test
    void whatMustHoldHoldsAfterEveryStepOfEveryHistory() {
        Long chosen = Long.getLong("licenseflow.simulation.seed");
        if (chosen != null) {
            new Simulation(chosen, STEPS).run();
            return;
        }
        List<Decided> all = new ArrayList<>();
        LongStream.rangeClosed(1, SEEDS).forEach(seed -> all.addAll(new Simulation(seed, STEPS).run()));
        if (STEPS >= 500) {
            everythingHappened(all);
        }
    }

    /** A simulation in which little happens would prove little. */
    private static void everythingHappened(List<Decided> all) {
        assertThat(all.stream()
                        .flatMap(decided -> decided.decision().reasons().stream())
                        .map(Reason::code))
                .contains(RejectionCode.values());
        assertThat(all).extracting(decided -> decided.decision().outcome()).contains(Outcome.values());
        assertThat(all.stream().flatMap(decided -> decided.charges().stream()).map(charge -> charge.kind()))
                .contains(ChargeKind.values());
        assertThat(all.stream()
                        .flatMap(decided -> decided.decision().effects().stream())
                        .map(Effect::getClass)
                        .distinct())
                .hasSameSizeAs(Effect.class.getPermittedSubclasses());
        assertThat(all).anyMatch(decided -> decided.decision().duplicate());
    }
}
