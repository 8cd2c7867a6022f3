package dev.licenseflow.standalone.startup;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log of a standalone pipeline: a file in its data folder. The terminal shows only addresses and decisions. */
public final class LogFile {

    private static final String CONFIGURATION = "/dev/licenseflow/standalone/logback-file.xml";

    private LogFile() {}

    /**
     * Sends every log line of this process to the file from now on, and nothing to the terminal. Call it before the
     * broker or Spring start; Spring Boot is told to leave the logging as it is.
     *
     * @param file rolled at 10 MB, with five older ones kept beside it
     */
    public static void open(Path file) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("logback is not the logging backend; see the exclusions in the build");
        }
        context.reset();
        context.putProperty("LOG_FILE", file.toAbsolutePath().toString());
        URL configuration = Objects.requireNonNull(LogFile.class.getResource(CONFIGURATION), CONFIGURATION);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("the logging configuration is broken", e);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
