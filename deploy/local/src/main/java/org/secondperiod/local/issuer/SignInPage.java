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
                :root { color-scheme: light dark; --page: #faf9f6; --raised: #fff; --ink: #1a1c20; --soft: #575b63; --line: #d9d6cd; --accent: #1450a8; }
                @media (prefers-color-scheme: dark) {
                  :root { --page: #15171b; --raised: #1e2126; --ink: #eceae5; --soft: #b3b5ba; --line: #363a42; --accent: #9cc0ff; }
                }
                body { font: 106.25%%/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto 3rem; padding: 0 1.2rem; background: var(--page); color: var(--ink); }
                h1 { font-size: 1.65rem; line-height: 1.2; margin: 0 0 .4rem; }
                p { color: var(--soft); margin: 0 0 1.4rem; }
                button { font: inherit; width: 100%%; text-align: start; padding: .7rem 1.1rem; margin: .25rem 0; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: .6rem; cursor: pointer; }
                button:hover { border-color: var(--accent); }
                button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
                button strong { display: block; color: var(--accent); }
                </style>
                </head>
                <body>
                <main>
                <h1>Who is signing in?</h1>
                <p>This sign-in is for this machine only: it asks for no password.</p>
                %s</main>
                </body>
                </html>
                """.formatted(buttons);
    }

    private static String button(Person person) {
        return """
                <form method="post">
                <input type="hidden" name="username" value="%1$s">
                <input type="hidden" name="claims" value="%2$s">
                <button type="submit"><strong>%1$s</strong> %3$s</button>
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
