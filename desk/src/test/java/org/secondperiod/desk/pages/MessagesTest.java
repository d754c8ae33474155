package org.secondperiod.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every string of the app is in every language, and every language has the forms that its plurals have. */
class MessagesTest {

    private static final Path APP = Path.of("src/main/resources/web/app");
    private static final Map<String, Set<String>> FORMS = Map.of(
            "en", Set.of("one", "other"),
            "es", Set.of("one", "many", "other"),
            "ar", Set.of("zero", "one", "two", "few", "many", "other"));

    /** {@code t('key'...)}: a message; {@code coded('prefix', ...)} and {@code t(`prefix.$...`)}: those that begin so. */
    private static final Pattern USED = Pattern.compile("\\bt\\(\\s*'([^']+)'");

    private static final Pattern EITHER = Pattern.compile("'([a-zA-Z]+\\.[a-zA-Z_.]+)'");
    private static final Pattern PREFIX = Pattern.compile("(?:coded\\('|\\bt\\(`)([a-zA-Z]+)(?:'|\\.\\$)");

    @ParameterizedTest
    @ValueSource(strings = {"es", "ar"})
    void aLanguageHasTheSameMessagesAsEnglishWithTheSamePlaces(String language) throws IOException {
        JsonNode english = catalogue("en");
        JsonNode other = catalogue(language);

        assertThat(names(other)).isEqualTo(names(english));
        for (String name : names(english)) {
            assertThat(places(other.get(name))).as(name).isEqualTo(places(english.get(name)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void noMessageIsEmptyAndPluralsHaveEveryForm(String language) throws IOException {
        JsonNode catalogue = catalogue(language);

        for (String name : names(catalogue)) {
            JsonNode message = catalogue.get(name);
            if (message.isObject()) {
                assertThat(names(message)).as(name).isEqualTo(FORMS.get(language));
                message.forEach(form -> assertThat(form.asText()).as(name).isNotBlank());
            } else {
                assertThat(message.asText()).as(name).isNotBlank();
            }
        }
    }

    @Test
    void whatTheAppSaysIsThereAndWhatIsThereIsSaid() throws IOException {
        Set<String> there = names(catalogue("en"));
        String sources = sources();
        Set<String> said = found(USED, sources);
        Set<String> maybe = found(EITHER, sources);
        Set<String> prefixes = found(PREFIX, sources);

        assertThat(there).containsAll(said);
        assertThat(said).hasSizeGreaterThan(100);
        assertThat(there)
                .filteredOn(name -> !said.contains(name)
                        && !maybe.contains(name)
                        && !prefixes.contains(name.replaceFirst("\\..*", "")))
                .as("nobody says them")
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(APP)) {
            var all = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".ts")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static JsonNode catalogue(String language) throws IOException {
        return new ObjectMapper()
                .readTree(APP.resolve("messages/" + language + ".json").toFile());
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Of a plural, the form that stands for most numbers. */
    private static Set<String> places(JsonNode message) {
        String text = message.isObject() ? message.get("other").asText() : message.asText();
        return found(Pattern.compile("\\{(\\w+)}"), text);
    }
}
