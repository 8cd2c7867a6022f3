package dev.licenseflow.cli;

import dev.licenseflow.portal.demo.DemoAccess;
import dev.licenseflow.standalone.pipeline.Standalone;
import java.time.Duration;
import java.util.List;

/**
 * The report on a pipeline that is up: the addresses of its parts, and commands to try.
 *
 * @param took from the command to the first decision that could be made
 */
record UpReport(Standalone.Addresses addresses, Duration took) {

    private static final String LEFT_OUT = "left out";

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
                  Partner portal           %s
                  Topics                   licensing.requests and licensing.settlements take input;
                                           licensing.decisions, licensing.charges and licensing.licenses answer
                  Partitions, zone         %d, %s
                  Log                      %s
                %s
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
                addresses
                        .companions()
                        .map(started -> started.ledgerUrl() + "/openapi.yaml")
                        .orElse(LEFT_OUT),
                addresses.companions().map(Standalone.Companions::portalUrl).orElse(LEFT_OUT),
                addresses.made().partitions(),
                addresses.made().zone().getId(),
                addresses.log(),
                signIns(),
                clientOptions(),
                EXAMPLE,
                clientOptions());
    }

    /** The passwords and keys of the portal, on a new data folder. They are printed once and cannot be read back. */
    private String signIns() {
        List<DemoAccess> partners =
                addresses.companions().map(Standalone.Companions::demoPartners).orElse(List.of());
        if (partners.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nTo sign in to the portal; note it down, it is told this once:\n");
        for (DemoAccess partner : partners) {
            text.append(
                    "  %s (%s), API key %s%n".formatted(partner.partnerName(), partner.partnerId(), partner.apiKey()));
            partner.signIns()
                    .forEach(person ->
                            text.append("    %-24s password %s%n".formatted(person.email(), person.password())));
        }
        return text.toString();
    }

    /** The options by which clients reach this pipeline, if its addresses are not the default ones. */
    private String clientOptions() {
        String bootstrap = addresses.bootstrapServers().equals("127.0.0.1:9092")
                ? ""
                : " --bootstrap " + addresses.bootstrapServers();
        return addresses.registryUrl().equals("http://127.0.0.1:8081")
                ? bootstrap
                : bootstrap + " --registry " + addresses.registryUrl();
    }
}
