package dev.licenseflow.portal.web;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.preview.Preview;
import dev.licenseflow.portal.request.RequestService;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of the screens. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:/partner-portal/web.properties")
@Import({
    PageModel.class,
    SimplePagesController.class,
    CustomersController.class,
    StartController.class,
    ConfirmationController.class,
    EditController.class,
    ActionsController.class,
    ProgressController.class,
    HistoryController.class,
    RenewalsController.class,
    ChangesController.class
})
public class WebScreens implements WebMvcConfigurer {

    private static final Duration BROWSERS_KEEP = Duration.ofHours(1);

    @Bean
    Phrasebook phrasebook(MessageSource messages, CurrentCatalog catalogs, BusinessCalendar calendar, Clock clock) {
        return new Phrasebook(messages, catalogs, calendar, clock);
    }

    @Bean
    Dossiers dossiers(LicenseRepository customers, DecisionRepository journal) {
        return new Dossiers(customers, journal);
    }

    @Bean
    PreviewTotals totals(Preview preview, Phrasebook phrasebook) {
        return new PreviewTotals(preview, phrasebook);
    }

    @Bean
    EditPage editPage(Dossiers dossiers, Phrasebook phrasebook, PreviewTotals totals) {
        return new EditPage(dossiers, phrasebook, totals);
    }

    @Bean
    StartPages startPages(CustomerRepository customers, Phrasebook phrasebook, PreviewTotals totals) {
        return new StartPages(customers, phrasebook, totals);
    }

    @Bean
    Counter counter(RequestService service) {
        return new Counter(service);
    }

    /** Everything a page loads comes from here: the content security policy allows no other place. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/recursos/**")
                .addResourceLocations(
                        "classpath:/partner-portal/static/",
                        "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                .setCacheControl(CacheControl.maxAge(BROWSERS_KEEP));
    }
}
