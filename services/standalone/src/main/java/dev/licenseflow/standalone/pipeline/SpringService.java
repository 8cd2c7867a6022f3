package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.standalone.startup.Ports;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the services in this JVM, as it is deployed but for where it listens and to whom it talks.
 *
 * @param port on which it listens
 */
record SpringService(ConfigurableApplicationContext context, ServiceReadiness readiness, int port)
        implements AutoCloseable {

    /**
     * Starts it; it need not work yet when this returns.
     *
     * @param name for people
     * @param component the name of the health component that tells whether it works
     * @param port 0 takes a free one
     */
    static SpringService start(
            String name,
            SpringApplicationBuilder application,
            String component,
            String host,
            int port,
            Map<String, Object> properties) {
        int listening = port == 0 ? Ports.free(host) : port;
        Stream<String> where = Stream.of("--server.address=" + host, "--server.port=" + listening);
        Stream<String> how =
                properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        ConfigurableApplicationContext context = application
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Stream.concat(where, how).toArray(String[]::new));
        return new SpringService(context, new ServiceReadiness(name, context, component), listening);
    }

    @Override
    public void close() {
        context.close();
    }
}
