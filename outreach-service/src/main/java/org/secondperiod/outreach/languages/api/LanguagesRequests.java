package org.secondperiod.outreach.languages.api;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.scripts.Scripts;

/** What is said about the languages of staff. */
final class LanguagesRequests {

    private static final int MOST = 30;
    private static final int LONGEST = 35;
    private static final int LONGEST_ID = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private LanguagesRequests() {}

    /** What somebody speaks. */
    @Schema(name = "SpokenLanguages", requiredProperties = "languages")
    record Spoken(
            @Schema(
                    description = "All of them (BCP 47; what comes after the first part is left out)",
                    examples = "[\"es\", \"ht\"]",
                    maxItems = MOST)
            @Nullable
            List<String> languages) {

        List<String> codes() {
            new Given().field("languages", languages).orRefuse();
            return parsed(languages);
        }
    }

    /** Whose they are, from the address. */
    static String whose(String subject) {
        if (subject.isBlank() || subject.length() > LONGEST_ID) {
            throw Problems.field("subject", "has 1 to " + LONGEST_ID + " characters");
        }
        return subject;
    }

    private static List<String> parsed(@Nullable List<String> languages) {
        List<String> given = Objects.requireNonNull(languages);
        if (given.size() > MOST) {
            throw Problems.field("languages", "has at most " + MOST + " of them");
        }
        return given.stream().map(LanguagesRequests::code).distinct().sorted().toList();
    }

    private static String code(@Nullable String language) {
        String primary = language == null || language.length() > LONGEST ? "" : Scripts.primary(language);
        if (!LANGUAGE.matcher(primary).matches()) {
            throw Problems.field("languages", "has codes of languages, such as es or ht");
        }
        return primary;
    }
}
