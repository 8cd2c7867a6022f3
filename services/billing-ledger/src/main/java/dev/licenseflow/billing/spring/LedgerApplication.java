package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.spring.web.LedgerApi;
import dev.licenseflow.boot.ServiceAutoConfigurations;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The billing ledger as a service of its own. It scans no packages: its beans are the ones named here. */
@SpringBootConfiguration
@EnableConfigurationProperties(LedgerProperties.class)
@ServiceAutoConfigurations(alsoFrom = "org.springdoc.")
@Import({LedgerBeans.class, LedgerApi.class})
public class LedgerApplication {

    /** Starts the service; it runs until it is told to stop. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service with its own configuration file, which has its own name: several services may share one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(LedgerApplication.class).properties("spring.config.name=billing-ledger");
    }
}
