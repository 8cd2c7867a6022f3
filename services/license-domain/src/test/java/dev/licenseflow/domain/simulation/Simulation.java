package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays one random history on three cores at once: one closes each month for all customers as it begins, one closes
 * lazily, and one loses its licenses every few steps. They must not differ.
 */
final class Simulation {

    private static final int STEPS_BETWEEN_RESTARTS = 7;

    private final long seed;
    private final int steps;
    private final PureCore eager = PureCore.withScenarioCatalog();
    private final PureCore lazy = PureCore.withScenarioCatalog();
    private final PureCore restarting = PureCore.withScenarioCatalog();
    private final Invariants invariants = new Invariants(lazy);
    private final List<Input> played = new ArrayList<>();
    private final List<Decided> decisions = new ArrayList<>();
    private YearMonth closed;

    Simulation(long seed, int steps) {
        this.seed = seed;
        this.steps = steps;
        this.closed = YearMonth.of(2026, 1);
    }

    /** Plays the history to its end; returned are all decisions, those of months included. */
    List<Decided> run() {
        RandomInputs inputs = new RandomInputs(seed, lazy);
        while (played.size() < steps) {
            Input input = inputs.next(lazy);
            played.add(input);
            try {
                step(input);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "Step %d of seed %d fails on %s; replay it with -Dlicenseflow.simulation.seed=%d -Dlicenseflow.simulation.steps=%d"
                                .formatted(played.size(), seed, input, seed, played.size()),
                        failure);
            }
        }
        return decisions;
    }

    private void step(Input input) {
        closeMonthsUntil(input.at());
        if (played.size() % STEPS_BETWEEN_RESTARTS == 0) {
            restarting.restart();
        }
        if (input instanceof Input.Asked asked) {
            step(input, asked.request().customerId());
        } else if (input instanceof Input.AskedByBackOffice asked) {
            step(input, asked.request().customerId());
        } else if (input instanceof Input.Settled settled) {
            step(input, settled.settlement().customerId());
        } else {
            List.of(eager, lazy, restarting).forEach(input::playOn);
        }
    }

    private void step(Input input, String customerId) {
        CustomerLicenses before = lazy.licensesOf(customerId);
        List<Decided> out = input.playOn(lazy);
        decisions.addAll(out);
        invariants.check(before, out, input);
        assertThat(input.playOn(restarting)).as("after a restart").isEqualTo(out);
        List<Decided> answer = out.subList(out.size() - 1, out.size());
        assertThat(input.playOn(eager)).as("with the month closed already").isEqualTo(answer);
        assertThat(eager.journalOf(customerId)).as("closed month by month").isEqualTo(lazy.journalOf(customerId));
        assertThat(eager.licensesOf(customerId)).isEqualTo(lazy.licensesOf(customerId));
    }

    private void closeMonthsUntil(Instant at) {
        YearMonth last = eager.calendar().monthOf(at);
        while (closed.isBefore(last)) {
            closed = closed.plusMonths(1);
            eager.beginMonth(closed);
            assertThat(eager.beginMonth(closed)).as("closing %s again", closed).isEmpty();
        }
    }
}
