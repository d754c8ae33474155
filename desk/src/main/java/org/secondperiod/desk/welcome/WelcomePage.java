package org.secondperiod.desk.welcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the page at the root. */
@ApplicationScoped
public class WelcomePage {

    private final WelcomeConfig services;
    private final String district;
    private final String frame = frame();

    WelcomePage(WelcomeConfig services, @ConfigProperty(name = "secondperiod.district.id") String district) {
        this.services = services;
        this.district = district;
    }

    /** The page for a browser that reached the desk at this address. */
    public String html(URI desk) {
        String rows = Service.around(desk, services).stream()
                .map(service -> """
                        <li><h2>%s</h2><p>%s</p>
                        <p><a href="%s">Read the API</a> <a href="%s">OpenAPI document</a></p></li>
                        """.formatted(
                                escape(service.name()),
                                escape(service.purpose()),
                                escape(service.reading().toString()),
                                escape(service.document().toString())))
                .collect(Collectors.joining());
        return frame.replace("{district}", escape(district)).replace("{services}", rows);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String frame() {
        try (InputStream page = WelcomePage.class.getResourceAsStream("/welcome.html")) {
            if (page == null) {
                throw new IllegalStateException("welcome.html is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
