package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.payment.StaticPix;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the ledger alone, under {@code licenseflow.ledger}.
 *
 * @param group the consumer group; a new name reads all topics from their beginning, which changes nothing in the ledger
 * @param pollRecords records entered in one transaction of the database, at most
 * @param kafka whether it reads and publishes; if not, it only answers from its database
 * @param pix the receiver of payments; what is not configured is a marked example
 */
@ConfigurationProperties("licenseflow.ledger")
public record LedgerProperties(
        @DefaultValue("billing-ledger") String group,
        @DefaultValue("500") int pollRecords,
        @DefaultValue("true") boolean kafka,
        @DefaultValue PixReceiver pix) {

    /** The receiver of PIX payments. With the example's key, every invoice says that nobody must pay it. */
    public record PixReceiver(
            @DefaultValue(EXAMPLE_KEY) String key,
            @DefaultValue("DEMONSTRACAO NAO PAGUE") String name,
            @DefaultValue("SAO PAULO") String city) {

        private static final String EXAMPLE_KEY = "demonstracao@licenseflow.example";

        StaticPix provider() {
            return new StaticPix(key, name, city, key.equals(EXAMPLE_KEY));
        }
    }
}
