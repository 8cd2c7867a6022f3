package dev.licenseflow.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestMixTest {

    private static final int REQUESTS = 5_000;
    private static final int CUSTOMERS = 500;

    @Test
    void theSameSeedMakesTheSameRequests() {
        assertThat(all(7)).isEqualTo(all(7)).isNotEqualTo(all(8));
    }

    @Test
    void thereAreAsManyRequestsAndCustomersAsAskedFor() {
        List<Request> requests = all(1);
        assertThat(requests).hasSize(REQUESTS);
        assertThat(requests.stream().map(Request::customerId).distinct()).hasSize(CUSTOMERS);
    }

    @Test
    void everyCustomerIsRegisteredFirst() {
        Set<String> seen = new HashSet<>();
        for (Request request : all(1)) {
            if (seen.add(request.customerId())) {
                assertThat(request.command()).isInstanceOf(Command.RegisterCustomer.class);
            }
        }
    }

    @Test
    void registrationsAreSpreadEvenly() {
        long inFirstHalf = all(1).stream()
                .limit(REQUESTS / 2)
                .map(Request::customerId)
                .distinct()
                .count();
        assertThat(inFirstHalf).isEqualTo(CUSTOMERS / 2);
    }

    @Test
    void someRequestsAreSentTwice() {
        List<Request> requests = all(1);
        assertThat(new HashSet<>(requests)).hasSizeBetween(REQUESTS * 9 / 10, REQUESTS - 1);
    }

    @Test
    void moreCustomersThanRequestsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestMix(1, 10, 11));
    }

    private static List<Request> all(long seed) {
        RequestMix mix = new RequestMix(seed, REQUESTS, CUSTOMERS);
        List<Request> requests = new ArrayList<>();
        while (mix.hasNext()) {
            requests.add(mix.next());
        }
        return requests;
    }
}
