package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.fixture.LicensePipeline;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One record of a simulated history, with the time at which the broker appended it. */
public sealed interface Input {

    Instant at();

    /** What is asked for, if anything is. */
    default Optional<Request> asked() {
        return Optional.empty();
    }

    /** Gives it to a pipeline; returned is what comes out. */
    List<Decided> playOn(LicensePipeline pipeline);

    record Asked(Request request, Instant at) implements Input {
        @Override
        public List<Decided> playOn(LicensePipeline pipeline) {
            return pipeline.request(request, at);
        }

        @Override
        public Optional<Request> asked() {
            return Optional.of(request);
        }
    }

    /** By the vendor's back office (D10). */
    record AskedByBackOffice(Request request, Instant at) implements Input {
        @Override
        public List<Decided> playOn(LicensePipeline pipeline) {
            return pipeline.backOffice(request, at);
        }

        @Override
        public Optional<Request> asked() {
            return Optional.of(request);
        }
    }

    record Settled(Settlement settlement, Instant at) implements Input {
        @Override
        public List<Decided> playOn(LicensePipeline pipeline) {
            return pipeline.settle(settlement, at);
        }
    }

    /** A catalog version, which may be invalid or late. */
    record Published(CatalogVersion catalog, Instant at) implements Input {
        @Override
        public List<Decided> playOn(LicensePipeline pipeline) {
            pipeline.publish(catalog, at);
            return List.of();
        }
    }
}
