package org.secondperiod.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the app speaks. Which one is chosen in the app and remembered in a cookie; at first the browser says. */
public enum Language {
    ENGLISH("en", "ltr"),
    SPANISH("es", "ltr"),
    ARABIC("ar", "rtl");

    private final String code;
    private final String direction;

    Language(String code, String direction) {
        this.code = code;
        this.direction = direction;
    }

    /** As it stands in {@code lang}. */
    public String code() {
        return code;
    }

    /** As it stands in {@code dir}. */
    public String direction() {
        return direction;
    }

    /**
     * The language to begin with.
     *
     * @param chosen what was chosen in the app
     * @param accepted {@code Accept-Language}
     */
    public static Language of(@Nullable String chosen, @Nullable String accepted) {
        return named(chosen).or(() -> firstOf(accepted)).orElse(ENGLISH);
    }

    private static Optional<Language> named(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    private static Optional<Language> firstOf(@Nullable String accepted) {
        if (accepted == null) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
            return Optional.ofNullable(Locale.lookupTag(
                            ranges, Arrays.stream(values()).map(Language::code).toList()))
                    .flatMap(Language::named);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
