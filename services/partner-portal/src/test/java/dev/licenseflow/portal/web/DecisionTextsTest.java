package dev.licenseflow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.Refusals;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.portal.browser.Language;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every command and every reason for a refusal has a text that a partner understands, in both languages (D2). */
class DecisionTextsTest {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final PageText text =
            new PageText(messages, instant -> ScenarioCatalog.FIRST, BusinessCalendar.SAO_PAULO, Clock.systemUTC());
    private final ReasonTexts reasons = new ReasonTexts(text);

    DecisionTextsTest() {
        messages.setBasename("partner-portal/messages");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultEncoding("UTF-8");
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandHasATitle(Language language) {
        read(language);
        for (Class<?> command : Command.class.getPermittedSubclasses()) {
            assertThat(text.message("command." + command.getSimpleName(), "x")).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(RejectionCode.class)
    void everyReasonIsSaidWithItsFacts(RejectionCode code) {
        Reason reason = new Refusals().of(code).reasons().get(0);
        List<String> texts = new ArrayList<>();
        for (Language language : Language.values()) {
            read(language);
            String said = reasons.of(List.of(reason)).get(0);
            assertThat(said)
                    .as("the text in " + language)
                    .matches("[\\p{Lu}\\d].*\\.")
                    .doesNotContain("{", "}", code.name())
                    .doesNotContain("  ")
                    .doesNotContain(" .")
                    .doesNotContain("(s)");
            reason.product()
                    .ifPresent(product ->
                            assertThat(said).as("the name of the product").contains(text.product(product)));
            texts.add(said);
        }
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void whatThePartnerNeedsToKnowIsInTheText() {
        assertThat(said(RejectionCode.OUTSTANDING_CHARGES, Language.PORTUGUESE))
                .isEqualTo(
                        "Há 3 cobranças de meses anteriores em aberto, no total de R$ 169,35. Elas precisam ser pagas antes.");
        assertThat(said(RejectionCode.QUANTITY_OUT_OF_RANGE, Language.PORTUGUESE))
                .isEqualTo("A quantidade de Link Garçom deve ficar entre 1 e 50, ou ser 0.");
        assertThat(said(RejectionCode.DEPENDENCY_IN_USE, Language.ENGLISH))
                .isEqualTo("Cloud cannot leave while Link Mobile stays. Remove both, or neither.");
        assertThat(said(RejectionCode.AMOUNT_ABOVE_ACCEPTED, Language.ENGLISH))
                .isEqualTo(
                        "The amount is now R$112.26, above what was confirmed (R$10.00). Check it and confirm again.");
        assertThat(said(RejectionCode.QUOTE_EXPIRED, Language.ENGLISH))
                .isEqualTo(
                        "The time to confirm the additional amounts ended on Mar 5, 2026, 11:59 PM. Edit the customer again.");
    }

    private String said(RejectionCode code, Language language) {
        read(language);
        return reasons.of(new Refusals().of(code).reasons()).get(0);
    }

    private static void read(Language language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language.tag()));
    }
}
