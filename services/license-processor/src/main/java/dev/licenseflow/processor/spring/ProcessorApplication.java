package dev.licenseflow.processor.spring;

import dev.licenseflow.boot.ServiceAutoConfigurations;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;

/** The license processor as a service of its own. Its beans are those of this package. */
@SpringBootConfiguration
@ComponentScan
@ServiceAutoConfigurations
@EnableConfigurationProperties(ProcessorProperties.class)
public class ProcessorApplication {

    /** Starts the service; it runs until it is told to stop. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service with its own configuration file, which has its own name: several services may share one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ProcessorApplication.class)
                .properties("spring.config.name=license-processor");
    }
}
