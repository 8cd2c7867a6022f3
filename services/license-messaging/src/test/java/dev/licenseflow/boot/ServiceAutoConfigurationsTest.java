package dev.licenseflow.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.boot.foreign.ForeignAutoConfiguration;
import dev.licenseflow.boot.wanted.WantedAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

class ServiceAutoConfigurationsTest {

    @Test
    void aServiceHasWhatAllUseAndNothingElseFromTheClassPath() {
        try (var context = new AnnotationConfigApplicationContext(Plain.class)) {
            assertThat(context.getBeansOfType(PropertyPlaceholderAutoConfiguration.class))
                    .hasSize(1);
            assertThat(context.getBeansOfType(WantedAutoConfiguration.class)).isEmpty();
            assertThat(context.getBeansOfType(ForeignAutoConfiguration.class)).isEmpty();
        }
    }

    @Test
    void aServiceHasInAdditionWhatItNames() {
        try (var context = new AnnotationConfigApplicationContext(Naming.class)) {
            assertThat(context.getBeansOfType(PropertyPlaceholderAutoConfiguration.class))
                    .hasSize(1);
            assertThat(context.getBeansOfType(WantedAutoConfiguration.class)).hasSize(1);
            assertThat(context.getBeansOfType(ForeignAutoConfiguration.class)).isEmpty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ServiceAutoConfigurations
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    @ServiceAutoConfigurations(alsoFrom = "dev.licenseflow.boot.wanted.")
    static class Naming {}
}
