package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An endless history from one seed. It looks at the licenses so far, to ask for what is possible most of the time; what
 * it asks for depends on nothing else, so the same seed gives the same history.
 */
public final class RandomInputs {

    private static final int CUSTOMERS = 4;
    private static final int REMEMBERED = 60;
    private static final List<String> ADD_ONS = List.of(
            "cloud",
            "ordem-pagamento",
            "pagamento-integrado",
            "link-autoatendimento",
            "link-garcom",
            "link-garcom",
            "link-movel",
            "link-movel");
    /** One license at most; the only add-ons of {@code navi}. */
    private static final List<String> FLAT = List.of("cloud", "ordem-pagamento", "pagamento-integrado");

    private static final List<String> SYSTEMS = List.of("link", "link", "navi");
    private static final List<String> ODD_PRODUCTS = List.of("nao-existe", "link", "navi", "tef", "importacao", "");
    private static final List<Integer> ODD_QUANTITIES = List.of(0, -1, 51, 999, Integer.MAX_VALUE, Integer.MIN_VALUE);

    private final SplittableRandom random;
    private final RandomClock clock;
    private final RandomCatalogs catalogs;
    private final List<Input> earlier = new ArrayList<>();
    private int count;

    public RandomInputs(long seed, PureCore seen) {
        this.random = new SplittableRandom(seed);
        Instant start = ScenarioCatalog.SINCE.plusMillis(random.nextLong(365L * 24 * 3_600_000));
        this.clock = new RandomClock(random, seen.calendar(), start);
        this.catalogs = new RandomCatalogs(random);
    }

    /** The next record, chosen by a look at the licenses so far. */
    public Input next(PureCore seen) {
        count++;
        Instant at = clock.tick();
        int kind = random.nextInt(100);
        if (kind < 3) {
            return new Input.Published(catalogs.after(seen.catalogs().latest().orElseThrow(), at), at);
        }
        if (kind < 12 && !earlier.isEmpty()) {
            return again(earlier.get(random.nextInt(earlier.size())), at);
        }
        CustomerLicenses licenses = seen.licensesOf("c" + random.nextInt(CUSTOMERS));
        Input input = about(licenses, kind, at);
        if (earlier.size() == REMEMBERED) {
            earlier.remove(0);
        }
        earlier.add(input);
        return input;
    }

    private Input about(CustomerLicenses licenses, int kind, Instant at) {
        boolean owes = !licenses.openCharges().isEmpty();
        if (kind < (owes ? 32 : 14)) {
            return new Input.Settled(settlement(licenses), at);
        }
        if (kind < (owes ? 45 : 22)) {
            return new Input.AskedByBackOffice(backOfficeRequest(licenses), at);
        }
        return new Input.Asked(request(licenses), at);
    }

    /** The same once more, or another content under the same id. */
    private Input again(Input first, Instant at) {
        boolean altered = random.nextInt(4) == 0;
        if (first instanceof Input.Asked asked) {
            Request request = asked.request();
            return new Input.Asked(altered ? altered(request) : request, at);
        }
        if (first instanceof Input.AskedByBackOffice asked) {
            Request request = asked.request();
            return new Input.AskedByBackOffice(altered ? altered(request) : request, at);
        }
        Settlement settlement = ((Input.Settled) first).settlement();
        List<String> chargeIds = altered ? List.of("another") : settlement.chargeIds();
        return new Input.Settled(
                new Settlement(settlement.settlementId(), settlement.customerId(), chargeIds, settlement.outcome()),
                at);
    }

    private static Request altered(Request request) {
        return RequestBuilder.suspend()
                .customer(request.customerId())
                .partner(request.partnerId())
                .on(request.channel())
                .by("somebody else")
                .build(request.requestId());
    }

    private Settlement settlement(CustomerLicenses licenses) {
        List<String> chargeIds = new ArrayList<>();
        boolean all = random.nextInt(3) > 0;
        for (OpenCharge charge : licenses.openCharges()) {
            if (all || random.nextBoolean()) {
                chargeIds.add(charge.chargeId());
            }
        }
        if (random.nextInt(6) == 0) {
            chargeIds.add(random.nextInt(chargeIds.size() + 1), "unknown-" + random.nextInt(3));
        }
        return new Settlement("s" + count, licenses.customerId(), chargeIds, any(SettlementOutcome.values()));
    }

    private Request request(CustomerLicenses licenses) {
        boolean owner = licenses.isRegistered() && random.nextInt(30) > 0;
        RequestBuilder request = command(licenses)
                .customer(licenses.customerId())
                .partner(owner ? licenses.partnerId() : "p" + random.nextInt(3))
                .on(channel(licenses));
        return conditions(request, licenses).build("r" + count);
    }

    /** Of the back office; on the wrong channel, or for what is not its own, now and then (D10). */
    private Request backOfficeRequest(CustomerLicenses licenses) {
        RequestBuilder request = backOfficeCommand(licenses).customer(licenses.customerId());
        if (random.nextInt(12) == 0) {
            request.partner("p" + random.nextInt(3)).on(any(Channel.values()));
        }
        return conditions(request, licenses).build("r" + count);
    }

    private RequestBuilder backOfficeCommand(CustomerLicenses licenses) {
        int kind = random.nextInt(100);
        if (kind < 20) {
            return RequestBuilder.transferTo("p" + random.nextInt(3));
        }
        if (kind < 55) {
            return adjustment(licenses);
        }
        if (kind < 75) {
            return issue(licenses);
        }
        return command(licenses).fromBackOffice();
    }

    private RequestBuilder adjustment(CustomerLicenses licenses) {
        if (licenses.openCharges().isEmpty() || random.nextInt(10) == 0) {
            return RequestBuilder.adjust("unknown-" + random.nextInt(3), random.nextLong(100));
        }
        OpenCharge charge = any(licenses.openCharges());
        long amountCents = random.nextInt(3) == 0 ? 0 : random.nextLong(-20, charge.amountCents() + 20);
        return RequestBuilder.adjust(charge.chargeId(), amountCents);
    }

    private RequestBuilder issue(CustomerLicenses licenses) {
        String product = random.nextInt(3) == 0 ? any(ODD_PRODUCTS) : product(licenses.system());
        long amountCents = random.nextInt(5) == 0 ? -random.nextLong(100) : random.nextLong(20_000);
        Optional<String> corrects =
                random.nextBoolean() && !licenses.openCharges().isEmpty()
                        ? Optional.of(any(licenses.openCharges()).chargeId())
                        : Optional.empty();
        return RequestBuilder.of(new Command.IssueCharge(product, amountCents, "devolvido", corrects))
                .fromBackOffice();
    }

    private RequestBuilder conditions(RequestBuilder request, CustomerLicenses licenses) {
        if (random.nextInt(5) == 0) {
            request.expectingRevision(licenses.revision() + (random.nextInt(4) == 0 ? 1 : 0));
        }
        int accepted = random.nextInt(20);
        if (accepted < 9) {
            request.accepting(10_000_000);
        } else if (accepted < 12) {
            request.accepting(random.nextLong(-1, 6_000));
        }
        return request;
    }

    private Channel channel(CustomerLicenses licenses) {
        if (!licenses.isRegistered() || random.nextInt(10) < 7) {
            return random.nextInt(20) == 0 ? any(Channel.values()) : Channel.CUSTOMERS;
        }
        return licenses.renewalMethod() == RenewalMethod.MANUAL ? Channel.MANUAL_RENEWAL : Channel.MANAGED_BILLING;
    }

    private RequestBuilder command(CustomerLicenses licenses) {
        if (!licenses.isRegistered() && random.nextInt(12) > 0) {
            return registration();
        }
        if (licenses.quote() instanceof LatestQuote.Open && random.nextInt(5) < 2) {
            return quoteAnswer(licenses);
        }
        if (licenses.cancelled() && random.nextInt(4) == 0) {
            return RequestBuilder.withdraw();
        }
        int kind = random.nextInt(100);
        if (kind < 40) {
            return usual(licenses, kind);
        }
        if (kind < 50) {
            return change(licenses);
        }
        if (kind < 56) {
            return quoteAnswer(licenses);
        }
        if (kind < 66) {
            return changeOfSystem(licenses);
        }
        return any(List.of(
                RequestBuilder.scheduleRenewal(),
                RequestBuilder.unscheduleRenewal(),
                RequestBuilder.cancel(),
                RequestBuilder.withdraw(),
                RequestBuilder.transferTo("p1"),
                adjustment(licenses),
                issue(licenses),
                RequestBuilder.renewBy(any(RenewalMethod.values())),
                RequestBuilder.renew(),
                RequestBuilder.suspend(),
                RequestBuilder.suspend(),
                RequestBuilder.resume(),
                reactivation(licenses),
                registration()));
    }

    private RequestBuilder usual(CustomerLicenses licenses, int kind) {
        return switch (licenses.status()) {
            case ACTIVE -> kind < 10 ? RequestBuilder.scheduleRenewal() : change(licenses);
            case EXPIRED -> kind < 12 ? change(licenses) : RequestBuilder.renew();
            case SUSPENDED -> kind < 18 ? RequestBuilder.resume() : change(licenses);
            case INACTIVE -> reactivation(licenses);
        };
    }

    private RequestBuilder reactivation(CustomerLicenses licenses) {
        if (random.nextInt(3) > 0) {
            return items(RequestBuilder.reactivate(), licenses.system());
        }
        String system = random.nextInt(20) == 0 ? any(ODD_PRODUCTS) : any(SYSTEMS);
        return items(RequestBuilder.reactivate().withSystem(system), system);
    }

    /** Mostly to the other system; what does not fit it leaves half of the time (Q7). */
    private RequestBuilder changeOfSystem(CustomerLicenses licenses) {
        String other = licenses.system().equals("link") ? "navi" : "link";
        int kind = random.nextInt(20);
        String system = kind < 2 ? licenses.system() : kind == 2 ? any(ODD_PRODUCTS) : other;
        RequestBuilder request = RequestBuilder.changeSystem(system);
        if (system.equals("navi") && random.nextInt(3) > 0) {
            licenses.products().keySet().stream()
                    .filter(product -> product.startsWith("link-"))
                    .forEach(product -> request.andSet(product, 0));
        }
        return random.nextInt(3) == 0 ? lines(request, licenses, system) : request;
    }

    private RequestBuilder quoteAnswer(CustomerLicenses licenses) {
        String latest = licenses.quote().latestId().orElse("none");
        String quoteId = random.nextInt(8) == 0 ? "r" + random.nextInt(count) : latest;
        return random.nextInt(4) == 0 ? RequestBuilder.decline(quoteId) : RequestBuilder.confirm(quoteId);
    }

    private RequestBuilder registration() {
        String system = random.nextInt(25) == 0 ? any(ADD_ONS) : any(SYSTEMS);
        return items(RequestBuilder.register(system).renewing(any(RenewalMethod.values())), system);
    }

    private RequestBuilder items(RequestBuilder request, String system) {
        int lines = random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            String product = product(system);
            request.with(product, quantity(product));
        }
        return request;
    }

    private RequestBuilder change(CustomerLicenses licenses) {
        return lines(RequestBuilder.change(), licenses, licenses.system());
    }

    private RequestBuilder lines(RequestBuilder request, CustomerLicenses licenses, String system) {
        int lines = random.nextInt(25) == 0 ? 0 : random.nextInt(1, 4);
        for (int i = 0; i < lines; i++) {
            String product = product(system);
            request.line(product, operation(licenses.quantitiesOf(product)), quantity(product));
        }
        return request;
    }

    private String product(String system) {
        if (random.nextInt(30) == 0) {
            return any(ODD_PRODUCTS);
        }
        return any(system.equals("navi") && random.nextInt(10) > 0 ? FLAT : ADD_ONS);
    }

    private Operation operation(Quantities quantities) {
        if (random.nextInt(4) == 0) {
            return any(Operation.values());
        }
        return quantities.next() == 0 || random.nextInt(3) == 0 ? Operation.ADD : Operation.REMOVE;
    }

    private int quantity(String product) {
        if (random.nextInt(20) == 0) {
            return any(ODD_QUANTITIES);
        }
        return FLAT.contains(product) ? 1 : 1 + random.nextInt(random.nextInt(1, 6));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
