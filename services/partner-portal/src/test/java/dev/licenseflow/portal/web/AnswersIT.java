package dev.licenseflow.portal.web;

import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages show while a decision is late. */
@ParameterizedClass
@EnumSource(Language.class)
class AnswersIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    AnswersIT(Language language) {
        this.language = language;
    }

    @Test
    void slowAnswerResolvesByItself() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        browser.portal().pipeline.set(LocalPipeline.Mode.SLOW);
        ana.press("Salvar", "Save");
        ana.readsTitle("Em processamento", "Being processed");
        ana.reads("Seu pedido foi enviado", "Your request was sent");
        ana.picture("in-process");
        browser.portal().pipeline.set(LocalPipeline.Mode.ANSWERS);
        ana.readsTitle("Valores adicionais", "Additional amounts");
    }

    @Test
    void requestWaitsWhileThePipelineIsAway() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.page.locator("#q-cloud").uncheck();
        browser.portal().pipeline.set(LocalPipeline.Mode.CUT);
        ana.press("Salvar", "Save");
        ana.reads("aguarda a conexão", "waits for the connection");
        ana.picture("waiting");
        browser.portal().pipeline.set(LocalPipeline.Mode.ANSWERS);
        ana.reads("Cloud sai em", "Cloud leaves on");
    }
}
