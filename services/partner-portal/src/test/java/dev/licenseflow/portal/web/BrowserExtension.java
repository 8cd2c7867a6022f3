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

/** The portal and a browser, both started once for all tests. The customers are reset before each test. */
final class BrowserExtension implements BeforeEachCallback, AfterEachCallback {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;

    private final List<BrowserContext> windows = new ArrayList<>();
    private @Nullable Servers servers;

    @Override
    public void beforeEach(ExtensionContext test) {
        Servers open = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Servers.class, absent -> Servers.open(), Servers.class);
        open.portal().reset();
        open.chromium().takeComplaints();
        servers = open;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> complaints =
                servers == null ? List.of() : servers.chromium().takeComplaints();
        windows.forEach(BrowserContext::close);
        windows.clear();
        assertThat(complaints).as("errors in the browser").isEmpty();
    }

    TestPortal portal() {
        return servers().portal();
    }

    /** Ana, signed in, with the list of customers open. */
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
        Visitor visitor = window(language, width, height, scripts, servers().session(language));
        visitor.page.navigate("/clientes");
        return visitor;
    }

    /** Somebody who is not signed in. */
    Visitor stranger(Language language) {
        return window(language, WIDTH, HEIGHT, true, Chromium.NO_COOKIES);
    }

    private Visitor window(Language language, int width, int height, boolean scripts, String cookies) {
        Page page = servers().chromium().window(portal().address(), width, height, scripts, cookies);
        windows.add(page.context());
        return new Visitor(page, language);
    }

    private Servers servers() {
        return Objects.requireNonNull(servers, "Only within a test");
    }

    /** What is started once. */
    private record Servers(Chromium chromium, TestPortal portal, Map<Language, String> sessions)
            implements AutoCloseable {

        static Servers open() {
            return new Servers(new Chromium(), new TestPortal(), new EnumMap<>(Language.class));
        }

        /** The cookies of Ana, who signs in once for each language. */
        String session(Language language) {
            return sessions.computeIfAbsent(language, absent -> {
                Page page = chromium.window(portal.address(), WIDTH, HEIGHT, true, Chromium.NO_COOKIES);
                new Visitor(page, language).signIn(TestPortal.ANA.email(), TestPortal.PASSWORD);
                page.waitForURL("**/clientes");
                String cookies = page.context().storageState();
                page.context().close();
                return cookies;
            });
        }

        @Override
        public void close() {
            chromium.close();
            portal.close();
        }
    }
}
