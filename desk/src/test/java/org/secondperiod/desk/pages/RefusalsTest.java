package org.secondperiod.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of problem that a person can meet at the desk has a sentence there in every language, and no other. */
class RefusalsTest {

    private static final Path APP = Path.of("src/main/resources/web/app");
    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final String KEY = "refused.";

    /** What only programs meet: no page of the desk asks for it. */
    private static final Set<String> NOT_AT_THE_DESK = Set.of(
            // The desk sends JSON that it is asked for, by the methods that there are.
            "charset-not-supported",
            "encoding-not-supported",
            "media-type-not-supported",
            "method-not-allowed",
            "not-acceptable",
            // Marks, known absences, scans and badges of systems, whether one by one or in bulk.
            "badge-not-known",
            "batch-not-found",
            "body-empty",
            "body-encoding",
            "csv-header",
            "known-absence-conflict",
            "newer-version-known",
            "own-id-used",
            "scan-conflicts",
            "waits-for-its-code",
            // Readers, which sign.
            "body-changed",
            "nonce-seen",
            "other-reader",
            "reader-key-expired",
            "reader-key-not-known",
            "reader-key-revoked",
            "signature-out-of-time",
            "signature-unreadable",
            "signature-wrong",
            // Histories, legal holds, noted reports, and sightings with an id of their own have no page.
            "history-empty",
            "history-too-large",
            "kept-by-legal-hold",
            "reports-are-not-noted",
            "sighting-differs");

    /** A heading that names one type, or several that are explained together. */
    private static final Pattern HEADING = Pattern.compile("^### ([a-z]+(?:-[a-z]+)*(?:, [a-z]+(?:-[a-z]+)*)*)$");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WHOLE = Pattern.compile("const WHOLE = new Set\\(\\[([^\\]]+)\\]\\)");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void whatAPersonCanMeetHasASentence(String language) throws IOException {
        var wanted = met().stream().map(RefusalsTest::keyOf).toList();

        assertThat(sentences(language)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void whatNobodyMeetsAtTheDeskIsDocumented() throws IOException {
        assertThat(documented().keySet()).hasSizeGreaterThan(70).containsAll(NOT_AT_THE_DESK);
    }

    @Test
    void whatASentenceSaysOfAProblemIsDocumentedOfItsType() throws IOException {
        JsonNode english = catalogue("en");
        var explained = documented();

        for (String type : met()) {
            for (String place : found(PLACE, english.path(keyOf(type)).asText())) {
                assertThat(explained.get(type)).as(type).contains("`" + place + "`");
            }
        }
    }

    @Test
    void whatIsSaidWithoutTheServicesWordsIsAmongThem() throws IOException {
        Matcher whole = WHOLE.matcher(Files.readString(APP.resolve("core/refusals.ts")));

        assertThat(whole.find()).isTrue();
        assertThat(found(QUOTED, whole.group(1))).isNotEmpty().isSubsetOf(met());
    }

    private static Set<String> met() throws IOException {
        var met = new TreeSet<>(documented().keySet());
        met.removeAll(NOT_AT_THE_DESK);
        return met;
    }

    /** What the page says of each type, by its name; of one that several services have, all of it. */
    private static Map<String, String> documented() throws IOException {
        var explained = new TreeMap<String, String>();
        List<String> of = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("#")) {
                Matcher heading = HEADING.matcher(line);
                of = heading.matches() ? List.of(heading.group(1).split(", ")) : List.of();
            }
            for (String type : of) {
                explained.merge(type, line + "\n", String::concat);
            }
        }
        return explained;
    }

    private static String keyOf(String type) {
        return KEY + type.replace('-', '_');
    }

    private static Set<String> sentences(String language) throws IOException {
        var keys = new TreeSet<String>();
        catalogue(language).fieldNames().forEachRemaining(name -> {
            if (name.startsWith(KEY)) {
                keys.add(name);
            }
        });
        return keys;
    }

    private static JsonNode catalogue(String language) throws IOException {
        return new ObjectMapper()
                .readTree(APP.resolve("messages/" + language + ".json").toFile());
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(result -> found.add(result.group(1)));
        return found;
    }
}
