package org.secondperiod.reporting.examples;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.secondperiod.reporting.arithmetic.AtSchool;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.arithmetic.Strip;

/** A row of {@code attendance-examples.csv}, as facts. */
public final class AttendanceExample {

    private static final MonthDay YEAR_ENDS = MonthDay.of(7, 31);
    private static final Map<String, Character> LETTERS =
            Map.of("absent", 'A', "excused", 'A', "half", 'H', "late", 'L', "present", 'P', "unknown", '?');

    private final Map<String, String> row;
    private final SortedSet<LocalDate> calendar;
    private final SchoolYear year;

    public AttendanceExample(Map<String, String> row) {
        this.row = row;
        this.calendar = Dates.weekdays(row.get("school days").replace("weekdays ", ""));
        this.year = SchoolYear.of(calendar.first(), YEAR_ENDS);
    }

    public SchoolYear year() {
        return year;
    }

    /** The student's schools, sorted. */
    public List<AtSchool> atSchools() {
        SortedSet<String> schools = new TreeSet<>(List.of("A"));
        parts(row.get("enrolled")).forEach(part -> schools.add(part.substring(0, 1)));
        return schools.stream().map(this::atSchool).toList();
    }

    private AtSchool atSchool(String school) {
        return new AtSchool(
                school,
                new SchoolDays(strip(calendar, '8'), strip(submitted(school), 'S'), today()),
                AtSchool.enrolled(year, spans(school)),
                marks(school));
    }

    private int today() {
        return row.get("today").isEmpty() ? year.dates() : year.index(LocalDate.parse(row.get("today")));
    }

    private SortedSet<LocalDate> submitted(String school) {
        String words = row.get("submitted");
        if (!words.isEmpty() && Character.isLetter(words.charAt(0))) {
            return words.startsWith(school + " ") ? Dates.of(words.substring(2)) : new TreeSet<>();
        }
        return Dates.of(words);
    }

    private List<Span> spans(String school) {
        return parts(row.get("enrolled")).stream()
                .filter(part -> part.startsWith(school + " "))
                .map(part -> Dates.range(part.substring(2)))
                .map(dates -> new Span(dates.first(), dates.last()))
                .toList();
    }

    private String marks(String school) {
        String strip = "";
        for (String part : parts(row.get("marks"))) {
            List<String> words = new ArrayList<>(Arrays.asList(part.split(" ")));
            String of = Character.isLetter(words.getFirst().charAt(0)) ? words.removeFirst() : "A";
            if (of.equals(school)) {
                for (LocalDate date : Dates.weekdays(words.getFirst())) {
                    strip = Strip.with(strip, year.index(date), LETTERS.get(words.getLast()));
                }
            }
        }
        return strip;
    }

    private String strip(SortedSet<LocalDate> dates, char letter) {
        String strip = "";
        for (LocalDate date : dates) {
            if (year.holds(date)) {
                strip = Strip.with(strip, year.index(date), letter);
            }
        }
        return strip;
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(", ")).filter(part -> !part.isBlank()).toList();
    }
}
