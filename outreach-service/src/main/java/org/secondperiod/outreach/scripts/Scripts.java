package org.secondperiod.outreach.scripts;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The scripts in force: the district's own, and what comes with the service for the rest. */
public final class Scripts {

    public static final String ENGLISH = "en";

    private final Map<String, Map<ScriptKind, Script>> byLanguage = new TreeMap<>();

    /** @param districts in place of the usual ones of their language and kind */
    public Scripts(Collection<Script> districts) {
        UsualScripts.all().forEach(this::put);
        districts.forEach(this::put);
    }

    private void put(Script script) {
        byLanguage.computeIfAbsent(script.language(), none -> new TreeMap<>()).put(script.kind(), script);
    }

    /** All of them, by language and kind. */
    public Collection<Script> all() {
        return byLanguage.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .toList();
    }

    /** The script of a kind in a family's language, as the roster names it; empty if there is none. */
    public Optional<Script> in(@Nullable String language, ScriptKind kind) {
        return language == null
                ? Optional.empty()
                : Optional.ofNullable(
                        byLanguage.getOrDefault(primary(language), Map.of()).get(kind));
    }

    /** The script of a kind in English. */
    public Script inEnglish(ScriptKind kind) {
        return in(ENGLISH, kind).orElseThrow();
    }

    /** The language alone, of a tag with script or region. */
    public static String primary(String language) {
        return language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    /** Puts words in their places. */
    public static String filled(Script script, Map<String, String> words) {
        String text = script.text();
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{" + word.getKey() + "}", word.getValue());
        }
        return text;
    }
}
