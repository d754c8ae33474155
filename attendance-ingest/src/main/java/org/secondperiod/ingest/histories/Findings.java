package org.secondperiod.ingest.histories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.codes.CodeMeaning;

/** What a history was found to hold. Its size grows with schools, days and codes, never with students. */
final class Findings {

    private static final int MOST_NAMED = 10;

    private final LocalDate keptFrom;
    private final Map<String, OfSchool> schools = new HashMap<>();
    private final SortedMap<String, Long> unmapped = new TreeMap<>();
    private long notKept;

    /** @param keptFrom the first day that reports keep */
    Findings(LocalDate keptFrom) {
        this.keptFrom = keptFrom;
    }

    private static final class OfSchool {

        private final Set<LocalDate> days = new HashSet<>();
        private long rows;
        private long absences;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void days(LocalDate from, LocalDate to) {
            first = first == null || from.isBefore(first) ? from : first;
            last = last == null || to.isAfter(last) ? to : last;
        }
    }

    /** @param meaning of the row's code; none: nobody has said; of a row without a student it is not asked */
    void add(PastMark past, @Nullable CodeMeaning meaning) {
        OfSchool school = schools.computeIfAbsent(past.school().value(), id -> new OfSchool());
        school.rows++;
        school.days.add(past.day().date());
        countIfNotKept(past.day().date());
        school.days(past.day().date(), past.day().date());
        if (past.marked() == null) {
            return;
        }
        if (meaning == null) {
            unmapped.merge("%s at %s".formatted(past.marked().code(), past.school()), 1L, Long::sum);
        } else if (meaning.category() == AttendanceCategory.EXCUSED_ABSENCE
                || meaning.category() == AttendanceCategory.UNEXCUSED_ABSENCE) {
            school.absences++;
        }
    }

    void add(String schoolId, LocalDate entry, LocalDate exit) {
        OfSchool school = schools.computeIfAbsent(schoolId, id -> new OfSchool());
        school.rows++;
        school.days(entry, exit);
        countIfNotKept(exit);
    }

    private void countIfNotKept(LocalDate last) {
        notKept += last.isBefore(keptFrom) ? 1 : 0;
    }

    LocalDate keptFrom() {
        return keptFrom;
    }

    /** How many sound rows are of days of which reports keep nothing. */
    long notKept() {
        return notKept;
    }

    List<SchoolInHistory> schools() {
        List<SchoolInHistory> found = new ArrayList<>();
        new TreeMap<>(schools)
                .forEach((id, school) -> found.add(new SchoolInHistory(
                        id, school.rows, school.absences, school.days.size(), school.first, school.last)));
        return found;
    }

    /** Why it is not to be used as it is; none: it is. */
    @Nullable
    String refusal(long rejected, boolean allowRejected) {
        if (!unmapped.isEmpty()) {
            return ("Nobody has said what these codes mean: %s. Say it under Codes (/v1/attendance-codes, or"
                            + " /v1/schools/{schoolId}/attendance-codes), and send the file again.")
                    .formatted(named());
        }
        if (rejected > 0 && !allowRejected) {
            return ("%,d rows are not sound, and what is counted would be wrong without them. Correct them and send the file"
                            + " again; allowRejected=true leaves them out.")
                    .formatted(rejected);
        }
        return null;
    }

    private String named() {
        String first = unmapped.entrySet().stream()
                .limit(MOST_NAMED)
                .map(code -> "%s (%,d rows)".formatted(code.getKey(), code.getValue()))
                .collect(Collectors.joining(", "));
        return unmapped.size() > MOST_NAMED ? first + " and %,d more".formatted(unmapped.size() - MOST_NAMED) : first;
    }
}
