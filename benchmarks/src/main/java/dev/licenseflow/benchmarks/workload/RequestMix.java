package dev.licenseflow.benchmarks.workload;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Requests much like those of a portal, the same for the same seed. Customers are registered evenly over the run, so that
 * the mix is the same at its beginning and at its end; a request for a customer comes after its registration.
 */
public final class RequestMix {

    /** The most of one counted product that the benchmark's catalog allows. */
    private static final int MAX_LICENSES = 50;

    private static final OptionalLong ANY_AMOUNT = OptionalLong.of(10_000_000);
    private static final OptionalLong NO_SUCH_REVISION = OptionalLong.of(1_000_000);

    private final SplittableRandom random;
    private final int requests;
    private final int customers;
    private final List<PortalCustomer> known = new ArrayList<>();
    private int made;

    public RequestMix(long seed, int requests, int customers) {
        if (customers < 1 || customers > requests) {
            throw new IllegalArgumentException("%d customers cannot share %d requests".formatted(customers, requests));
        }
        this.random = new SplittableRandom(seed);
        this.requests = requests;
        this.customers = customers;
    }

    public boolean hasNext() {
        return made < requests;
    }

    public Request next() {
        boolean registers = (long) known.size() * requests <= (long) made * customers && known.size() < customers;
        made++;
        if (registers) {
            known.add(new PortalCustomer(known.size(), random));
        }
        PortalCustomer customer = known.get(registers ? known.size() - 1 : random.nextInt(known.size()));
        Request request = registers ? registration(customer) : change(customer);
        customer.latest = Optional.of(request);
        return request;
    }

    private Request registration(PortalCustomer customer) {
        List<Item> items = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            items.add(new Item("cloud", 1));
        }
        if (customer.system.equals("link") && random.nextInt(2) == 0) {
            items.add(new Item("link-garcom", 1 + random.nextInt(4)));
        }
        items.forEach(item -> customer.next.put(item.product(), item.quantity()));
        Command command = new Command.RegisterCustomer(customer.system, customer.renewalMethod, items);
        return customer.request(id(), random, OptionalLong.empty(), OptionalLong.empty(), command);
    }

    private Request change(PortalCustomer customer) {
        if (customer.quote.isPresent() && random.nextInt(10) < 8) {
            return answerToQuote(customer, customer.quote.get());
        }
        if (customer.suspended && random.nextInt(10) < 6) {
            customer.suspended = false;
            return plain(customer, new Command.Resume());
        }
        int roll = random.nextInt(100);
        if (roll < 42) {
            return growth(customer, ANY_AMOUNT);
        } else if (roll < 62) {
            return growth(customer, OptionalLong.empty());
        } else if (roll < 74) {
            return reduction(customer);
        } else if (roll < 78) {
            customer.suspended = true;
            return plain(customer, new Command.Suspend());
        } else if (roll < 82) {
            return otherRenewal(customer);
        } else if (roll < 88) {
            return customer.latest.orElseThrow();
        }
        return invalid(customer);
    }

    private Request answerToQuote(PortalCustomer customer, PortalCustomer.OpenQuote quote) {
        customer.quote = Optional.empty();
        if (random.nextInt(10) < 2) {
            return plain(customer, new Command.DeclineQuote(quote.quoteId()));
        }
        customer.next.merge(quote.product(), quote.quantity(), Integer::sum);
        return plain(customer, new Command.ConfirmQuote(quote.quoteId()));
    }

    private Request growth(PortalCustomer customer, OptionalLong acceptUpTo) {
        String product = customer.growable(random);
        int quantity = customer.isCounted(product) ? 1 + random.nextInt(3) : 1;
        if (customer.next.getOrDefault(product, 0) + quantity > MAX_LICENSES) {
            return reduction(customer);
        }
        String requestId = id();
        if (acceptUpTo.isPresent()) {
            customer.next.merge(product, quantity, Integer::sum);
        } else {
            customer.quote = Optional.of(new PortalCustomer.OpenQuote(requestId, product, quantity));
        }
        Command command = changes(new LicenseChange(product, Operation.ADD, quantity));
        return customer.request(requestId, random, OptionalLong.empty(), acceptUpTo, command);
    }

    private Request reduction(PortalCustomer customer) {
        for (Map.Entry<String, Integer> entry : customer.next.descendingMap().entrySet()) {
            String product = entry.getKey();
            int quantity = entry.getValue();
            if (customer.isCounted(product) && quantity > 1) {
                customer.next.put(product, quantity - 1);
                return plain(customer, changes(new LicenseChange(product, Operation.SET, quantity - 1)));
            }
        }
        if (customer.next.isEmpty()) {
            return growth(customer, ANY_AMOUNT);
        }
        Map.Entry<String, Integer> last = customer.next.pollLastEntry();
        return plain(customer, changes(new LicenseChange(last.getKey(), Operation.REMOVE, last.getValue())));
    }

    private Request otherRenewal(PortalCustomer customer) {
        RenewalMethod other =
                customer.renewalMethod == RenewalMethod.MANUAL ? RenewalMethod.MANAGED_BILLING : RenewalMethod.MANUAL;
        Request request = plain(customer, new Command.ChangeRenewalMethod(other));
        customer.renewalMethod = other;
        return request;
    }

    /** A request that is refused; each kind is about as frequent as the others. */
    private Request invalid(PortalCustomer customer) {
        return switch (random.nextInt(5)) {
            case 0 -> plain(customer, changes(new LicenseChange("tef", Operation.ADD, 1)));
            case 1 -> plain(customer, changes(new LicenseChange("link-garcom", Operation.ADD, 500)));
            case 2 -> plain(customer, new Command.Renew());
            case 3 -> plain(customer, changes(new LicenseChange("link-garcon", Operation.ADD, 1)));
            default -> stale(customer);
        };
    }

    private Request stale(PortalCustomer customer) {
        Command command = changes(new LicenseChange("cloud", Operation.SET, 1));
        return customer.request(id(), random, NO_SUCH_REVISION, OptionalLong.empty(), command);
    }

    private Request plain(PortalCustomer customer, Command command) {
        return customer.request(id(), random, OptionalLong.empty(), OptionalLong.empty(), command);
    }

    private static Command changes(LicenseChange change) {
        return new Command.ChangeLicenses(List.of(change));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
