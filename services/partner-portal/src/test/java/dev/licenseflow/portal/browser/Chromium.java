package dev.licenseflow.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser of the system. If there is none, tests are skipped, or fail where the environment variable CI is set. */
public final class Chromium implements AutoCloseable {

    /** A test on a busy machine must not fail for its slowness. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String AXE_SCRIPT = axe();

    /** The cookies of a first visit. */
    public static final String NO_COOKIES = "{\"cookies\":[],\"origins\":[]}";

    private final List<String> complaints = new ArrayList<>();

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        boolean isThere = Files.isExecutable(EXECUTABLE);
        if (!isThere && System.getenv("CI") != null) {
            fail("The browser tests need the package chromium");
        }
        assumeTrue(isThere, "Skipped: the browser tests need the package chromium");
        // The browser of the system is used; none is downloaded.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /**
     * A window with cookies of its own.
     *
     * @param cookies in the form of {@link BrowserContext#storageState()}
     */
    public Page window(String address, int width, int height, boolean scripts, String cookies) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setStorageState(cookies)
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** Asserts that axe-core finds no serious or critical fault. */
    public static void assertAccessible(Page page) {
        page.evaluate(AXE_SCRIPT);
        Object faults = page.evaluate("""
                async () => {
                  const found = await axe.run({resultTypes: ['violations']});
                  return found.violations
                    .filter((fault) => ['serious', 'critical'].includes(fault.impact))
                    .map((fault) => fault.id + ': '
                      + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | '));
                }""");
        assertThat((List<?>) faults).as("faults of " + page.url()).isEmpty();
    }

    /** The errors of its pages since the last call. */
    public List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream(AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
