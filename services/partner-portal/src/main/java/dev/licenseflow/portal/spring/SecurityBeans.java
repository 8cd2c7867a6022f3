package dev.licenseflow.portal.spring;

import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.ApiKeyFilter;
import dev.licenseflow.portal.account.PortalSignIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Who may see what: programs with keys under {@code /api}, people with a session everywhere else. */
@Configuration(proxyBeanMethods = false)
@Import(ScreenSecurity.class)
class SecurityBeans {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Accounts.passwordEncoder();
    }

    @Bean
    AuthenticationProvider signIn(JdbcClient database, Accounts accounts, PasswordEncoder passwords, Clock clock) {
        return new PortalSignIn(database, accounts, passwords, clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .addFilterBefore(new ApiKeyFilter(accounts), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("API"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie says who calls, so no other site can call in somebody's name.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, nobody) ->
                                refuse(response, HttpStatus.UNAUTHORIZED, "A valid API key is needed"))
                        .accessDeniedHandler((request, response, denied) ->
                                refuse(response, HttpStatus.FORBIDDEN, "The API key does not allow this")))
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
