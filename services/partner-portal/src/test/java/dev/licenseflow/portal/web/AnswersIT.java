package dev.licenseflow.portal.web;

import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that come late, and what is sent more than once. */
@ParameterizedClass
@EnumSource(Language.class)
class AnswersIT {

    @RegisterExtension
    private final Browsing browsing = new Browsing();

    private final Language language;

    AnswersIT(Language language) {
        this.language = language;
    }

    @Test
    void slowAnswerResolvesByItself() {
        Visitor ana = browsing.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        browsing.stand().standIn.set(StandIn.Line.SLOW);
        ana.press("Salvar", "Save");
        ana.readsTitle("Em processamento", "Being processed");
        ana.reads("Seu pedido foi enviado", "Your request was sent");
        ana.picture("in-process");
        browsing.stand().standIn.set(StandIn.Line.ANSWERS);
        ana.readsTitle("Valores adicionais", "Additional amounts");
    }

    @Test
    void requestWaitsWhileThePipelineIsAway() {
        Visitor ana = browsing.ana(language);
        ana.edit("Padaria Aurora");
        ana.page.locator("#q-cloud").uncheck();
        browsing.stand().standIn.set(StandIn.Line.CUT);
        ana.press("Salvar", "Save");
        ana.reads("aguarda a conexão", "waits for the connection");
        ana.picture("waiting");
        browsing.stand().standIn.set(StandIn.Line.ANSWERS);
        ana.reads("Cloud sai em", "Cloud leaves on");
    }
}
