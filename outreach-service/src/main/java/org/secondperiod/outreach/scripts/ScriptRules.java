package org.secondperiod.outreach.scripts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a script may say. */
public final class ScriptRules {

    /** On a phone nobody listens to more. */
    private static final int MOST_SENTENCES = 3;

    private static final int LONGEST = 600;
    private static final String STUDENT = "{student}";
    private static final String CONTACT = "contact";
    private static final Pattern FILL_IN = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？؟।]+");

    /** By which words a script would say that a child is absent, as they begin. */
    private static final Map<String, List<String>> ABSENT = Map.of(
            "en", List.of("absen", "missed", "missing", "skipped", "truan"),
            "es", List.of("ausen", "faltó", "faltado", "inasist"),
            "ar", List.of("غائب", "غياب", "تغيب", "تغيّب"),
            "fr", List.of("absen", "manqué"),
            "zh", List.of("缺席", "缺课", "旷课", "没来", "没有来", "沒來", "曠課", "缺課"),
            "bn", List.of("অনুপস্থিত"),
            "ht", List.of("absan", "pa vini"));

    private static final Set<ScriptKind> ON_WEAK_EVIDENCE =
            Set.of(ScriptKind.ON_THE_WAY, ScriptKind.STUDENT_ON_THE_WAY);

    private ScriptRules() {}

    /** What is wrong with the text, said as what would follow its field's name; null if nothing is. */
    public static @Nullable String fault(String language, ScriptKind kind, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return "has 1 to " + LONGEST + " characters";
        }
        if (sentences(text) > MOST_SENTENCES) {
            return "has at most " + MOST_SENTENCES + " sentences";
        }
        String unknown = FILL_IN.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(word -> !kind.fillIns().contains(word))
                .findFirst()
                .orElse(null);
        if (unknown != null || text.replaceAll(FILL_IN.pattern(), "").matches("(?s).*[{}].*")) {
            return "may hold " + inWords(kind) + " and no other braces";
        }
        if (ON_WEAK_EVIDENCE.contains(kind) && saysAbsent(language, text)) {
            return "is said on weak evidence: it asks, and does not say that anybody is absent";
        }
        return faultOfSteps(kind, text);
    }

    /** What is before a line break is said at once, what is after it once it is known who is on the line. */
    private static @Nullable String faultOfSteps(ScriptKind kind, String text) {
        List<String> steps = text.lines().toList();
        if (steps.size() == 1) {
            return null;
        }
        if (kind == ScriptKind.VOICEMAIL || steps.size() > 2 || steps.stream().anyMatch(String::isBlank)) {
            return kind == ScriptKind.VOICEMAIL
                    ? "is said to a machine, in one piece: it has no line break"
                    : "has one line break at most, with words before and after it";
        }
        return kind.fillIns().contains(CONTACT) && steps.getFirst().contains(STUDENT)
                ? "names the student before the line break, where nobody knows yet who is on the line"
                : null;
    }

    private static String inWords(ScriptKind kind) {
        return kind.fillIns().stream()
                .sorted()
                .map("{%s}"::formatted)
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }

    private static boolean saysAbsent(String language, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ABSENT.getOrDefault(language, List.of()).stream().anyMatch(lower::contains);
    }

    private static long sentences(String text) {
        return SENTENCE_END
                .splitAsStream(FILL_IN.matcher(text).replaceAll("x"))
                .filter(sentence -> !sentence.isBlank())
                .count();
    }
}
