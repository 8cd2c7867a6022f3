package dev.licenseflow.portal.web;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.account.PortalPrincipal;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.account.SessionCheck;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import dev.licenseflow.portal.spring.LanguageBeans;
import dev.licenseflow.portal.spring.ScreenSecurity;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The screens without the rest of the portal; who may see them is decided as in the whole one. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({LanguageBeans.class, ScreenSecurity.class, WebScreens.class})
class StandApplication {

    static final String PASSWORD = "uma senha comprida";

    private static final List<PortalUser> USERS = List.of(Stand.ANA, Stand.BRUNO);

    @Bean
    ReadModel readModel(StandIn standIn, TestClock clock) {
        return new ReadModel(standIn, clock);
    }

    @Bean
    CustomerBook customerBook(StandIn standIn) {
        return new CustomerBook(standIn);
    }

    @Bean
    CurrentCatalog currentCatalog(StandIn standIn) {
        return instant -> standIn.core().catalogs().inForceAt(instant);
    }

    @Bean
    BusinessCalendar businessCalendar() {
        return BusinessCalendar.SAO_PAULO;
    }

    @Bean
    People people() {
        return (partnerId, userId) -> USERS.stream()
                .filter(user -> user.partnerId().equals(partnerId) && user.userId() == userId)
                .map(PortalUser::name)
                .findFirst();
    }

    @Bean
    SessionCheck sessionCheck() {
        return person -> true;
    }

    @Bean
    AuthenticationManager users() {
        return attempt -> USERS.stream()
                .filter(user -> user.email().equals(attempt.getName()) && PASSWORD.equals(attempt.getCredentials()))
                .map(PortalPrincipal::new)
                .map(person -> UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()))
                .findFirst()
                .orElseThrow(() -> new BadCredentialsException("Wrong"));
    }
}
