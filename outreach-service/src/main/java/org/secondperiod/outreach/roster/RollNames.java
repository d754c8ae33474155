package org.secondperiod.outreach.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names as they are compared: accents, vowel signs, case, order and punctuation do not count. */
final class RollNames {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOUGHTS = Pattern.compile("^0+(?=.)");

    private RollNames() {}

    static Set<String> words(@Nullable String name) {
        return name == null
                ? Set.of()
                : Arrays.stream(BETWEEN_WORDS.split(plain(name)))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }

    /** With nothing between the words, as some scripts write. */
    static String joined(@Nullable String name) {
        return name == null ? "" : BETWEEN_WORDS.matcher(plain(name)).replaceAll("");
    }

    /** An id as spreadsheets leave it: without noughts in front. */
    static String id(@Nullable String id) {
        return id == null
                ? ""
                : NOUGHTS.matcher(id.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Of the letters that Arabic script writes either way, one. */
    private static String plain(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('ة', 'ه')
                .replace('ى', 'ي')
                .replace('ی', 'ي')
                .replace('ک', 'ك')
                .toLowerCase(Locale.ROOT);
    }
}
