package org.secondperiod.local.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which student, and which day if one was named.
 *
 * @param student an id, or part of a name
 */
record Asked(String student, Optional<LocalDate> day) {

    /** A word that can only be meant as a day: figures with points, strokes or slashes between them. */
    private static final Pattern MEANT_AS_A_DAY = Pattern.compile("\\d{1,4}[-./]\\d{1,2}([-./]\\d{0,4})?");

    /** Reads the words after the verb; nothing when there is no student in them, or a day in another form. */
    static Optional<Asked> read(List<String> words) {
        List<String> said = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!MEANT_AS_A_DAY.matcher(said.getLast()).matches()) {
            return Optional.of(new Asked(String.join(" ", said), Optional.empty()));
        }
        List<String> student = said.subList(0, said.size() - 1);
        if (student.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Asked(String.join(" ", student), Optional.of(LocalDate.parse(said.getLast()))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
