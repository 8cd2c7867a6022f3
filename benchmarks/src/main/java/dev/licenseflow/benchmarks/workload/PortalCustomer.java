package dev.licenseflow.benchmarks.workload;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A customer as the portal sees it, with just enough state that most requests are accepted. Where the state is wrong the
 * request is refused, as some of a portal's requests are.
 */
final class PortalCustomer {

    private static final List<String> FLAT = List.of("cloud", "ordem-pagamento", "pagamento-integrado");
    private static final List<String> COUNTED = List.of("link-autoatendimento", "link-garcom", "link-movel");

    final String customerId;
    final String partnerId;
    final String system;
    final TreeMap<String, Integer> next = new TreeMap<>();
    RenewalMethod renewalMethod;
    boolean suspended;
    Optional<OpenQuote> quote = Optional.empty();
    Optional<Request> latest = Optional.empty();

    PortalCustomer(int number, SplittableRandom random) {
        this.customerId = "customer-%07d".formatted(number);
        this.partnerId = "partner-%04d".formatted(random.nextInt(500));
        this.system = random.nextInt(4) == 0 ? "navi" : "link";
        this.renewalMethod = random.nextInt(3) == 0 ? RenewalMethod.MANUAL : RenewalMethod.MANAGED_BILLING;
    }

    /** A quote that was asked for and is to be confirmed or declined next. */
    record OpenQuote(String quoteId, String product, int quantity) {}

    /** An add-on that this customer can add; a flat one only if it has none yet. */
    String growable(SplittableRandom random) {
        List<String> absent =
                FLAT.stream().filter(flat -> !next.containsKey(flat)).toList();
        boolean counted = system.equals("link") && (absent.isEmpty() || random.nextInt(3) > 0);
        if (counted) {
            String product = COUNTED.get(random.nextInt(COUNTED.size()));
            return product.equals("link-movel") && !next.containsKey("cloud") ? "cloud" : product;
        }
        return absent.isEmpty() ? FLAT.get(random.nextInt(FLAT.size())) : absent.get(random.nextInt(absent.size()));
    }

    boolean isCounted(String product) {
        return COUNTED.contains(product);
    }

    /** A request that the portal sends for this customer. */
    Request request(
            String requestId,
            SplittableRandom random,
            OptionalLong expectedRevision,
            OptionalLong acceptUpTo,
            Command command) {
        Channel channel = Channel.CUSTOMERS;
        if (random.nextInt(4) == 0 && !(command instanceof Command.RegisterCustomer)) {
            channel = renewalMethod == RenewalMethod.MANUAL ? Channel.MANUAL_RENEWAL : Channel.MANAGED_BILLING;
        }
        return new Request(
                requestId,
                customerId,
                partnerId,
                channel,
                Optional.of("user-%05d".formatted(random.nextInt(20_000))),
                expectedRevision,
                acceptUpTo,
                command);
    }
}
