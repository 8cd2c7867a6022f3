package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless history from one seed. It looks at the licenses so far, to ask for what is possible most of the time; what
 * it asks for depends on nothing else, so the same seed gives the same history.
 */
public final class RandomInputs {

    private static final int CUSTOMERS = 4;
    private static final int REMEMBERED = 60;

    private final SplittableRandom random;
    private final RandomRequests requests;
    private final RandomClock clock;
    private final RandomCatalogs catalogs;
    private final List<Input> earlier = new ArrayList<>();
    private int count;

    public RandomInputs(long seed, PureCore seen) {
        this.random = new SplittableRandom(seed);
        this.requests = new RandomRequests(random);
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
            return new Input.AskedByBackOffice(requests.ofBackOffice(licenses, "r" + count), at);
        }
        return new Input.Asked(requests.ofPartner(licenses, "r" + count), at);
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
        return new Settlement(
                "s" + count,
                licenses.customerId(),
                chargeIds,
                random.nextBoolean() ? SettlementOutcome.PAID : SettlementOutcome.WAIVED);
    }
}
