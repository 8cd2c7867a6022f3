package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Requests that are possible most of the time, by a look at the licenses so far, and odd ones now and then: on the wrong topic,
 * of the wrong partner, for what does not exist.
 */
final class RandomRequests {

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

    RandomRequests(SplittableRandom random) {
        this.random = random;
    }

    Request ofPartner(CustomerLicenses licenses, String id) {
        boolean owner = licenses.isRegistered() && random.nextInt(30) > 0;
        RequestBuilder request = command(licenses)
                .customer(licenses.customerId())
                .partner(owner ? licenses.partnerId() : "p" + random.nextInt(3))
                .on(channel(licenses));
        return conditions(request, licenses).build(id);
    }

    /** Of the back office; on the wrong channel, or for what is not its own, now and then (D10). */
    Request ofBackOffice(CustomerLicenses licenses, String id) {
        RequestBuilder request = backOfficeCommand(licenses).customer(licenses.customerId());
        if (random.nextInt(12) == 0) {
            request.partner("p" + random.nextInt(3)).on(any(Channel.values()));
        }
        return conditions(request, licenses).build(id);
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
        long amountCents = switch (random.nextInt(6)) {
            case 0, 1 -> 0;
            case 2 -> charge.amountCents();
            default -> random.nextLong(-20, charge.amountCents() + 20);
        };
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
            case EXPIRED -> kind < 12 ? change(licenses) : renewalOrItsMethod(kind);
            case SUSPENDED -> kind < 18 ? RequestBuilder.resume() : change(licenses);
            case INACTIVE -> reactivation(licenses);
        };
    }

    private RequestBuilder renewalOrItsMethod(int kind) {
        return kind < 18 ? RequestBuilder.renewBy(any(RenewalMethod.values())) : RequestBuilder.renew();
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
        String quoteId = random.nextInt(8) == 0 ? "r" + random.nextInt(500) : latest;
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
