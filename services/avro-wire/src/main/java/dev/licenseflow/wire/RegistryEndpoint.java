package dev.licenseflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * One address of the schema registry. Credentials are taken out of the address and kept as the header
 * {@code Authorization}; the text form shows none, so it is fit for logs and messages.
 */
record RegistryEndpoint(String address, Optional<String> authorization) {

    private static final String URL = "schema.registry.url";
    private static final String SOURCE = "basic.auth.credentials.source";
    private static final String USER = "basic.auth.user.info";

    /** All addresses that the properties name, in their order, which is the order of fail-over. */
    static List<RegistryEndpoint> all(SerdeProperties properties) {
        String source = properties.text(SOURCE).orElse("URL").toUpperCase(Locale.ROOT);
        Optional<String> userInfo = switch (source) {
            case "URL" -> Optional.empty();
            case "USER_INFO" ->
                Optional.of(properties
                        .text(USER)
                        .orElseThrow(() -> new ConfigException(USER + " must be set with " + SOURCE + " USER_INFO")));
            default -> throw new ConfigException(SOURCE, source, "must be URL or USER_INFO");
        };
        List<RegistryEndpoint> endpoints = properties.texts(URL).stream()
                .map(text -> parse(text, userInfo))
                .toList();
        if (endpoints.isEmpty()) {
            throw new ConfigException(URL + " must be set");
        }
        return endpoints;
    }

    private static RegistryEndpoint parse(String text, Optional<String> userInfo) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // Neither the text nor the cause, whose message repeats it: there may be a password in it.
            throw new ConfigException(URL + " holds an address that is no URL");
        }
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            throw new ConfigException(URL + " must hold http, https or mock addresses with a host");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().replaceFirst("/+$", "");
        Optional<String> credentials =
                userInfo.or(() -> Optional.ofNullable(uri.getRawUserInfo()).map(raw -> URLDecoder.decode(raw, UTF_8)));
        return new RegistryEndpoint(
                uri.getScheme() + "://" + uri.getHost() + port + path,
                credentials.map(each -> "Basic " + Base64.getEncoder().encodeToString(each.getBytes(UTF_8))));
    }

    URI resolve(String path) {
        return URI.create(address + path);
    }

    @Override
    public String toString() {
        return address;
    }
}
