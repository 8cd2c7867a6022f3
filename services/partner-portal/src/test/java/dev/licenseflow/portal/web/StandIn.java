package dev.licenseflow.portal.web;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.desk.LicenseDesk;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.preview.Preview;
import dev.licenseflow.portal.request.RequestDesk;
import dev.licenseflow.portal.request.RequestIdReusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The pipeline behind the screens: the pure core decides, at once or when it is let. */
final class StandIn implements RequestDesk, Preview, Changes {

    /** Whether the pipeline can be reached, and answers. */
    enum Line {
        ANSWERS,
        SLOW,
        CUT
    }

    private final TestClock clock;
    private PureCore core = PureCore.withScenarioCatalog();
    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final Map<String, Request> requests = new LinkedHashMap<>();
    private final List<Request> waiting = new ArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private Line line = Line.ANSWERS;

    StandIn(TestClock clock) {
        this.clock = clock;
    }

    /** As if nothing had ever happened. */
    synchronized void reset() {
        core = PureCore.withScenarioCatalog();
        customers.clear();
        requests.clear();
        waiting.clear();
        listeners.clear();
        line = Line.ANSWERS;
    }

    synchronized void set(Line changed) {
        line = changed;
        if (changed == Line.ANSWERS) {
            List<Request> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(this::decide);
        }
    }

    @Override
    public synchronized void send(PortalUser user, Request request) {
        Request first = requests.putIfAbsent(request.requestId(), request);
        if (first != null) {
            if (!first.equals(request)) {
                throw new RequestIdReusedException(request.requestId());
            }
            return;
        }
        if (line == Line.ANSWERS) {
            decide(request);
        } else {
            waiting.add(request);
        }
    }

    @Override
    public synchronized void register(PortalUser user, Customer customer, Request request) {
        customers.putIfAbsent(customer.customerId(), customer);
        send(user, request);
    }

    @Override
    public synchronized Answer await(String partnerId, String customerId, String requestId, Duration atMost) {
        return journal(customerId).stream()
                .filter(decided -> decided.decision().causeId().equals(requestId))
                .findFirst()
                .<Answer>map(decided -> new Answer.Decided(decided.decision()))
                .orElseGet(() -> new Answer.Waiting(line != Line.CUT));
    }

    @Override
    public synchronized Optional<Decision> of(Request request) {
        if (line != Line.ANSWERS) {
            return Optional.empty();
        }
        LicenseDesk desk = new LicenseDesk(core.calendar());
        Instant now = clock.instant();
        CustomerLicenses licenses = desk.rollOver(core.licensesOf(request.customerId()), core.catalogs(), now)
                .licenses();
        return Optional.of(desk.decide(licenses, core.catalogs(), request, now).decision());
    }

    @Override
    public AutoCloseable subscribe(String partnerId, Consumer<String> customerId) {
        listeners.add(customerId);
        return () -> listeners.remove(customerId);
    }

    /** Whether somebody listens for changes. */
    boolean isRead() {
        return !listeners.isEmpty();
    }

    /** Says that a customer has changed; whoever can no longer be told is let go. */
    void tellEverybody(String customerId) {
        listeners.removeIf(listener -> !isReached(listener, customerId));
    }

    private static boolean isReached(Consumer<String> listener, String customerId) {
        try {
            listener.accept(customerId);
            return true;
        } catch (IllegalStateException gone) {
            return false;
        }
    }

    synchronized void add(Customer customer) {
        customers.put(customer.customerId(), customer);
    }

    synchronized void settle(Settlement settlement) {
        core.settle(settlement, clock.instant());
    }

    synchronized void beginMonth() {
        core.beginMonth(core.calendar().monthOf(clock.instant()));
    }

    synchronized List<Customer> customers() {
        return List.copyOf(customers.values());
    }

    synchronized CustomerLicenses licenses(String customerId) {
        return core.licensesOf(customerId);
    }

    /** The latest first. */
    synchronized List<Decided> journal(String customerId) {
        List<Decided> journal = new ArrayList<>(core.journalOf(customerId));
        Collections.reverse(journal);
        return journal;
    }

    synchronized Optional<Request> request(String requestId) {
        return Optional.ofNullable(requests.get(requestId));
    }

    synchronized int requestsSent() {
        return requests.size();
    }

    synchronized List<Charge> charges(String customerId) {
        return core.journalOf(customerId).stream()
                .flatMap(decided -> decided.charges().stream())
                .toList();
    }

    synchronized Optional<Instant> settledAt(Charge charge) {
        return core.journalOf(charge.customerId()).stream()
                .map(Decided::decision)
                .filter(decision -> decision.effects().stream()
                        .anyMatch(effect -> effect instanceof Effect.ChargeSettled settled
                                && settled.chargeId().equals(charge.chargeId())))
                .map(Decision::decidedAt)
                .findFirst();
    }

    synchronized PureCore core() {
        return core;
    }

    private void decide(Request request) {
        core.request(request, clock.instant());
        tellEverybody(request.customerId());
    }
}
