package dev.licenseflow.portal.spring;

import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.EndedSessionFilter;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What guards the screens: a session of a partner's person, tokens against forged forms, and a policy without inline script. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class ScreenSecurity {

    private static final String CONTENT_POLICY =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, Accounts sessions) throws Exception {
        return http.addFilterBefore(new EndedSessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        // What goes on within a call was allowed when the call began; who has signed out since may
                        // still have one.
                        requests -> requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        "/entrar",
                                        "/recursos/**",
                                        "/webjars/**",
                                        "/favicon.ico",
                                        "/error",
                                        "/openapi.yaml",
                                        "/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .hasRole("PARTNER"))
                .formLogin(form ->
                        form.loginPage("/entrar").defaultSuccessUrl("/clientes").failureUrl("/entrar?erro"))
                .logout(logout -> logout.logoutUrl("/sair").logoutSuccessUrl("/entrar?saiu"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
