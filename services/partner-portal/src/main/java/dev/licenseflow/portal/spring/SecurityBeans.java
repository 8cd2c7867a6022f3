package dev.licenseflow.portal.spring;

import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.ApiKeyFilter;
import dev.licenseflow.portal.account.EndedSessionFilter;
import dev.licenseflow.portal.account.PortalSignIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see what: programs with keys under {@code /api}, people with a session everywhere else. Screens are also protected by tokens
 * against forged forms and by a content policy without inline script.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(PortalSignIn.class)
class SecurityBeans {

    private static final String CONTENT_POLICY =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";

    private static final String[] OPEN_TO_ALL = {
        "/entrar", "/recursos/**", "/webjars/**", "/favicon.ico", "/error", "/openapi.yaml", "/actuator/health/**"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return Accounts.passwordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .addFilterBefore(new ApiKeyFilter(accounts), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("API"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie identifies the caller, so no other site can call in its name.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, nobody) ->
                                refuse(response, HttpStatus.UNAUTHORIZED, "A valid API key is needed"))
                        .accessDeniedHandler((request, response, denied) ->
                                refuse(response, HttpStatus.FORBIDDEN, "The API key does not allow this")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, Accounts accounts) throws Exception {
        return http.addFilterBefore(new EndedSessionFilter(accounts), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // A dispatch within a call was allowed when the call began, even if its person has signed out
                        // since.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN_TO_ALL)
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

    private static void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
                        + status.value() + ",\"detail\":\"" + detail + "\"}");
    }
}
