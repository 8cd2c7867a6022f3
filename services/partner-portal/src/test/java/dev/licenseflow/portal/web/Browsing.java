package dev.licenseflow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.licenseflow.portal.browser.Chromium;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The portal's screens in a browser, with the customers as they were before each test. Both are started once for all tests. */
final class Browsing implements BeforeEachCallback, AfterEachCallback {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;

    private final List<BrowserContext> windows = new ArrayList<>();
    private @Nullable Stage stage;

    @Override
    public void beforeEach(ExtensionContext test) {
        Stage open = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Stage.class, absent -> Stage.open(), Stage.class);
        open.stand().furnish();
        open.chromium().takeComplaints();
        stage = open;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> complaints = stage == null ? List.of() : stage.chromium().takeComplaints();
        windows.forEach(BrowserContext::close);
        windows.clear();
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }

    Stand stand() {
        return stage().stand();
    }

    /** Ana, signed in and in front of the list. */
    Visitor ana(Language language) {
        return ana(language, WIDTH, HEIGHT, true);
    }

    /**
     * Ana in another kind of browser.
     *
     * @param width of her window, in pixels
     * @param scripts whether it runs scripts
     */
    Visitor ana(Language language, int width, int height, boolean scripts) {
        Visitor visitor = window(language, width, height, scripts, stage().session(language));
        visitor.page.navigate("/clientes");
        return visitor;
    }

    /** Somebody who is not signed in. */
    Visitor stranger(Language language) {
        return window(language, WIDTH, HEIGHT, true, Chromium.NO_COOKIES);
    }

    private Visitor window(Language language, int width, int height, boolean scripts, String cookies) {
        Page page = stage().chromium().window(stand().address(), width, height, scripts, cookies);
        windows.add(page.context());
        return new Visitor(page, language);
    }

    private Stage stage() {
        return Objects.requireNonNull(stage, "Only within a test");
    }

    /** What is started once. */
    private record Stage(Chromium chromium, Stand stand, Map<Language, String> sessions) implements AutoCloseable {

        static Stage open() {
            return new Stage(new Chromium(), new Stand(), new EnumMap<>(Language.class));
        }

        /** The cookies of Ana, who signs in once for each language. */
        String session(Language language) {
            return sessions.computeIfAbsent(language, absent -> {
                Page page = chromium.window(stand.address(), WIDTH, HEIGHT, true, Chromium.NO_COOKIES);
                new Visitor(page, language).signIn(Stand.ANA.email(), Stand.PASSWORD);
                page.waitForURL("**/clientes");
                String cookies = page.context().storageState();
                page.context().close();
                return cookies;
            });
        }

        @Override
        public void close() {
            chromium.close();
            stand.close();
        }
    }
}
