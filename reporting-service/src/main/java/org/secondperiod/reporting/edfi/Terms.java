package org.secondperiod.reporting.edfi;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.secondperiod.reporting.arithmetic.Span;

/**
 * How a district's schools and sessions are called in its Ed-Fi API. What nobody has said is not guessed.
 *
 * @param sessions which dates each has, by name
 */
record Terms(String descriptor, Map<String, Long> schools, Map<String, Span> sessions) {

    /** Reads sessions as they are configured, such as {@code 2026-09-08/2027-01-29}. */
    static Span span(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a session is two dates with a slash between them, not " + text);
        }
        return new Span(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }

    Optional<Long> school(String schoolId) {
        return Optional.ofNullable(schools.get(schoolId));
    }

    Optional<String> session(LocalDate day) {
        return sessions.entrySet().stream()
                .filter(session -> session.getValue().holds(day))
                .map(Map.Entry::getKey)
                .min(String::compareTo);
    }

    String uri(Category category) {
        return descriptor + "#" + category.code();
    }
}
