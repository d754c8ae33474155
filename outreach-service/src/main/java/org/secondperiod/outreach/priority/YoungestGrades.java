package org.secondperiod.outreach.priority;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The grades whose children are called about first: alone on a street they are in danger. Grades are written in many ways, and
 * {@code K}, {@code KG} and {@code kindergarten} are one, as are {@code 1}, {@code 01} and {@code 1st}.
 */
public final class YoungestGrades {

    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,2})(ST|ND|RD|TH)?");
    private static final Set<String> BEFORE_KINDERGARTEN =
            Set.of("PK", "PREK", "PREKINDERGARTEN", "PS", "PRESCHOOL", "3K", "4K", "UPK", "IT", "PR");
    private static final Set<String> KINDERGARTEN =
            Set.of("K", "KG", "0K", "KINDERGARTEN", "TK", "KF", "KH", "00", "0");

    private final Set<String> grades;

    public YoungestGrades(Collection<String> grades) {
        this.grades = grades.stream().map(YoungestGrades::plain).collect(toUnmodifiableSet());
    }

    /** Whether the grade is one of them. */
    public boolean contains(String grade) {
        return grades.contains(plain(grade));
    }

    private static String plain(String grade) {
        String letters =
                grade.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^GRADE", "");
        if (BEFORE_KINDERGARTEN.contains(letters)) {
            return "PK";
        }
        if (KINDERGARTEN.contains(letters)) {
            return "K";
        }
        var number = NUMBER.matcher(letters);
        return number.matches() ? number.group(1) : letters;
    }
}
