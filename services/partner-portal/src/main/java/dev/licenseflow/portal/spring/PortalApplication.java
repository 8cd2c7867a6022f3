package dev.licenseflow.portal.spring;

import dev.licenseflow.boot.ServiceAutoConfigurations;
import dev.licenseflow.portal.api.PortalApi;
import dev.licenseflow.portal.web.WebScreens;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The partner portal as a service of its own. Its beans are the ones named here; only the package of the screens is scanned. */
@SpringBootConfiguration
@EnableConfigurationProperties(PortalProperties.class)
@ServiceAutoConfigurations(
        alsoFrom = {
            "org.springframework.boot.security.autoconfigure.",
            "org.springframework.boot.thymeleaf.autoconfigure.",
            "org.springdoc."
        })
@Import({PortalBeans.class, SecurityBeans.class, LanguageBeans.class, PortalApi.class, WebScreens.class})
public class PortalApplication {

    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service with its own configuration file, which has its own name: several services may share one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PortalApplication.class).properties("spring.config.name=partner-portal");
    }
}
