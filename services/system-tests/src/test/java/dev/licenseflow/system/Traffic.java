package dev.licenseflow.system;

import dev.licenseflow.domain.charge.ChargeIds;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.domain.simulation.Input;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What partners and billing send, from one seed: mostly what is possible, quotes and refusals among it, and a repetition
 * now and then. Customers take turns.
 */
final class Traffic {

    private static final long ANY_AMOUNT = 10_000_000;

    private final SplittableRandom random;
    private final YearMonth month;
    private final List<String> customers = new ArrayList<>();
    private final List<List<Input>> earlier = new ArrayList<>();
    private int next;

    /** @param month in which the customers register */
    Traffic(long seed, String prefix, int customers, YearMonth month) {
        this.random = new SplittableRandom(seed);
        this.month = month;
        for (int i = 0; i < customers; i++) {
            this.customers.add("%s%04d".formatted(prefix, i));
            this.earlier.add(new ArrayList<>());
        }
    }

    List<Input> take(int count) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int customer = next % customers.size();
            next++;
            List<Input> before = earlier.get(customer);
            Input input =
                    before.isEmpty() ? registration(customers.get(customer)) : more(customers.get(customer), before);
            before.add(input);
            inputs.add(input);
        }
        return inputs;
    }

    private Input registration(String customer) {
        RenewalMethod method = random.nextBoolean() ? RenewalMethod.MANUAL : RenewalMethod.MANAGED_BILLING;
        return asked(RequestBuilder.register("link")
                .customer(customer)
                .renewing(method)
                .with("cloud", 1)
                .with("link-garcom", random.nextInt(1, 6))
                .build("r" + next));
    }

    private Input more(String customer, List<Input> before) {
        String id = "r" + next;
        RequestBuilder request = switch (random.nextInt(12)) {
            case 0 -> RequestBuilder.add("link-garcom", random.nextInt(1, 4)).accepting(ANY_AMOUNT);
            case 1 -> RequestBuilder.add("link-movel", 2);
            case 2, 3 -> RequestBuilder.remove("link-garcom", 1);
            case 4 -> RequestBuilder.set("link-movel", random.nextInt(0, 3)).accepting(ANY_AMOUNT);
            case 5 -> RequestBuilder.remove("cloud", 1);
            case 6 -> RequestBuilder.suspend();
            case 7 -> RequestBuilder.resume();
            case 8 -> RequestBuilder.confirm(idOf(any(before)));
            case 9 -> RequestBuilder.add("link-autoatendimento", 1).accepting(ANY_AMOUNT);
            default -> null;
        };
        if (request != null) {
            return asked(request.customer(customer).build(id));
        }
        return random.nextBoolean() ? any(before) : settlement(customer, before);
    }

    /** Of the registration's charges, one of which nobody has heard. */
    private Input settlement(String customer, List<Input> before) {
        String registration = idOf(before.get(0));
        List<String> charges = List.of(
                ChargeIds.requested(customer, month, "p1", registration, "link"),
                ChargeIds.requested(customer, month, "p1", registration, "cloud"),
                ChargeIds.requested(customer, month, "p1", registration, "link-garcom"));
        List<String> chosen = random.nextInt(5) == 0 ? List.of(charges.get(1), "unknown") : charges;
        return new Input.Settled(new Settlement("s" + next, customer, chosen, SettlementOutcome.PAID), Instant.EPOCH);
    }

    private Input any(List<Input> before) {
        return before.get(random.nextInt(before.size()));
    }

    private static String idOf(Input input) {
        return input instanceof Input.Asked asked ? asked.request().requestId() : "none";
    }

    private static Input asked(Request request) {
        return new Input.Asked(request, Instant.EPOCH);
    }
}
