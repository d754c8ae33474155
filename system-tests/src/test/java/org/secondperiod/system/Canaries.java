package org.secondperiod.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Words that stand for what must be found nowhere but in its place, and who looks for them. */
public final class Canaries {

    /** By what is looked for; how it is written, as the characters of its bytes. */
    private final Map<String, Set<String>> written = new LinkedHashMap<>();

    /** The same in base64, where upper and lower case are two. */
    private final Map<String, Set<String>> encoded = new LinkedHashMap<>();

    /**
     * Looks for these too, in upper and lower case.
     *
     * @param what they are, as it is told where one is found
     */
    public Canaries add(String what, Iterable<String> words) {
        words.forEach(word -> written.computeIfAbsent(what, none -> new TreeSet<>())
                .add(new String(word.getBytes(UTF_8), ISO_8859_1).toLowerCase(Locale.ROOT)));
        return this;
    }

    /** A word of that kind that nobody writes by chance, always the same; it is looked for in base64 too. */
    public String word(String what) {
        var word = new StringBuilder("Zq");
        for (int rest = Math.abs(what.hashCode() / 2), i = 0; i < 7; i++, rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        word.append("vex");
        add(what, Set.of(word.toString()));
        encoded.put(what, inBase64(word.toString()));
        return word.toString();
    }

    /** A telephone number of that kind, always the same, looked for as people and machines write it. */
    public String number(String what) {
        var last = "%04d".formatted(Math.abs(what.hashCode() / 2) % 10_000);
        add(what, Set.of("347555" + last, "555-" + last, "555 " + last, "555." + last));
        return "(347) 555-" + last;
    }

    /** What of it is in these bytes. */
    public Set<String> in(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        var lower = text.toLowerCase(Locale.ROOT);
        var found = new TreeSet<String>();
        look(written, lower, found);
        look(encoded, text, found);
        return found;
    }

    private static void look(Map<String, Set<String>> words, String text, Set<String> found) {
        words.forEach((what, forms) -> {
            if (forms.stream().anyMatch(text::contains)) {
                found.add(what);
            }
        });
    }

    /** Wherever in a text it begins: what of it does not depend on what stands before and after. */
    private static Set<String> inBase64(String word) {
        var forms = new TreeSet<String>();
        IntStream.range(0, 3).forEach(before -> {
            var bytes = new byte[before + word.length()];
            System.arraycopy(word.getBytes(UTF_8), 0, bytes, before, word.length());
            var whole = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length / 3 * 3));
            forms.add(whole.substring(before == 0 ? 0 : before + 1));
        });
        return forms;
    }
}
