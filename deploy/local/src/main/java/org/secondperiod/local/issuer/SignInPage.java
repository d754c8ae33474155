package org.secondperiod.local.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.secondperiod.local.issuer.Identities.Person;

/** The page on which a person signs in by choosing who they are: one button each, no password. */
final class SignInPage {

    private final Identities identities;

    SignInPage(Identities identities) {
        this.identities = identities;
    }

    /** Writes the page to a temporary file, because the issuer reads it from one. */
    Path write() {
        try {
            Path file = Files.createTempFile("second-period-sign-in", ".html");
            file.toFile().deleteOnExit();
            return Files.writeString(file, html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        String buttons = identities.people().stream().map(SignInPage::button).collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Sign in to Second Period</title>
                <style>
                body { font-family: system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; }
                button { font: inherit; width: 100%%; text-align: left; padding: .75rem 1rem; margin: .25rem 0; }
                </style>
                </head>
                <body>
                <h1>Who is signing in?</h1>
                <p>This sign-in is for this machine only: it asks for no password.</p>
                %s</body>
                </html>
                """.formatted(buttons);
    }

    private static String button(Person person) {
        return """
                <form method="post">
                <input type="hidden" name="username" value="%1$s">
                <input type="hidden" name="claims" value="%2$s">
                <button type="submit"><strong>%1$s</strong>, %3$s</button>
                </form>
                """.formatted(escaped(person.name()), escaped(claims(person)), escaped(person.says()));
    }

    private static String claims(Person person) {
        try {
            return new ObjectMapper().writeValueAsString(Claims.of(person));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
