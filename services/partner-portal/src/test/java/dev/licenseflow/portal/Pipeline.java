package dev.licenseflow.portal;

import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import java.util.List;

/** The pure core in place of the processor: what it decides stands in the portal's tables at once. */
public final class Pipeline {

    private final PureCore core = PureCore.withScenarioCatalog();
    private final DecisionRepository decisions;
    private final LicenseRepository licenses;
    private long offset;

    public Pipeline(DecisionRepository decisions, LicenseRepository licenses) {
        this.decisions = decisions;
        this.licenses = licenses;
    }

    /** The decision on a request, once the portal has read it and the licenses that it leads to. */
    public Decision request(Request request) {
        Decision decision = decided(request);
        readLicenses(request.customerId());
        return decision;
    }

    /** The decision on a request, of which the portal has not read the licenses yet. */
    public Decision decided(Request request) {
        return read(core.request(request, Samples.AT));
    }

    public Decision settle(Settlement settlement) {
        return read(core.settle(settlement, Samples.AT));
    }

    /** The decision on a request of the back office, once the portal has read it and the licenses that it leads to. */
    public Decision backOffice(Request request) {
        Decision decision = read(core.backOffice(request, Samples.AT));
        readLicenses(request.customerId());
        return decision;
    }

    /** The decision on a request that the portal reads later. */
    public Decision decidedUnread(Request request) {
        List<Decided> decided = core.request(request, Samples.AT);
        return decided.get(decided.size() - 1).decision();
    }

    public void read(Decision decision) {
        decisions.enter(decision, Samples.content(decision), 0, offset++);
    }

    public void readLicenses(String customerId) {
        if (core.licensesOf(customerId).isRegistered()) {
            licenses.enter(PublishedLicenses.of(core.licensesOf(customerId), "BRL"));
        }
    }

    private Decision read(List<Decided> decided) {
        decided.forEach(each -> read(each.decision()));
        return decided.get(decided.size() - 1).decision();
    }
}
