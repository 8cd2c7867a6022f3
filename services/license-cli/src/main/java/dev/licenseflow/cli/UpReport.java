package dev.licenseflow.cli;

import dev.licenseflow.standalone.pipeline.Standalone;
import java.time.Duration;

/**
 * What a user needs to know of a pipeline that has come up: where everything is, and what to try.
 *
 * @param took from the command to the first decision that could be made
 */
record UpReport(Standalone.Addresses addresses, Duration took) {

    private static final String EXAMPLE = """
            {"request":{"requestId":"r1","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS",\
            "command":{"type":"RegisterCustomer","system":"link","renewalMethod":"MANUAL",\
            "items":[{"product":"cloud","quantity":1}]}}}""";

    String text() {
        return """

                Licenseflow is up, after %.1f s. Ctrl-C stops it.

                  Kafka bootstrap servers  %s
                  Schema registry          %s
                  Health                   %s
                  Read API                 %s/customers/{customerId}
                  Billing ledger           %s
                  Topics                   licensing.requests and licensing.settlements take input;
                                           licensing.decisions, licensing.charges and licensing.licenses answer
                  Partitions, zone         %d, %s
                  Log                      %s

                Try, in another terminal:
                  ./licenseflow send%s - <<'END'
                  %s
                  END
                  ./licenseflow tail%s decisions charges licenses --from-beginning
                """.formatted(
                        took.toMillis() / 1000.0,
                        addresses.bootstrapServers(),
                        addresses.registryUrl(),
                        addresses.healthUrl(),
                        addresses.processorUrl(),
                        addresses.ledgerUrl().map(url -> url + "/openapi.yaml").orElse("left out"),
                        addresses.made().partitions(),
                        addresses.made().zone().getId(),
                        addresses.log(),
                        clientOptions(),
                        EXAMPLE,
                        clientOptions());
    }

    /** What has to be said to reach this pipeline, if it is not where clients look by themselves. */
    private String clientOptions() {
        String bootstrap = addresses.bootstrapServers().equals("127.0.0.1:9092")
                ? ""
                : " --bootstrap " + addresses.bootstrapServers();
        return addresses.registryUrl().equals("http://127.0.0.1:8081")
                ? bootstrap
                : bootstrap + " --registry " + addresses.registryUrl();
    }
}
