package org.secondperiod.outreach.scripts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What comes with the service. */
public final class UsualScripts {

    /** The languages that they are in, English first. */
    public static final List<String> LANGUAGES = List.of("en", "es", "ar", "fr", "zh", "bn", "ht");

    private static final List<Script> ALL =
            LANGUAGES.stream().flatMap(UsualScripts::read).toList();

    private UsualScripts() {}

    /** All of them: every kind in every language. */
    public static List<Script> all() {
        return ALL;
    }

    /** The one of a language and kind; empty if none comes with the service. */
    public static Optional<Script> of(String language, ScriptKind kind) {
        return ALL.stream()
                .filter(script -> script.language().equals(language) && script.kind() == kind)
                .findFirst();
    }

    private static Stream<Script> read(String language) {
        try (InputStream file = UsualScripts.class.getResourceAsStream("/scripts/" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(file, language), StandardCharsets.UTF_8));
            List<Script> scripts = new ArrayList<>();
            Arrays.stream(ScriptKind.values())
                    .map(kind -> new Script(
                            language,
                            kind,
                            Objects.requireNonNull(texts.getProperty(kind.name())),
                            true,
                            0,
                            null,
                            null))
                    .forEach(scripts::add);
            return scripts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
