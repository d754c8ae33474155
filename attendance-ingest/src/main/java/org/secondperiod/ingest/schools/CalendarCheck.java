package org.secondperiod.ingest.schools;

import java.util.HashSet;
import java.util.List;
import org.secondperiod.ingest.input.Fields;

/** What a calendar must be: each date once, and a bell schedule for each day type by then. */
final class CalendarCheck {

    /** Two school years with their summers. */
    private static final int MOST_DAYS = 800;

    private static final int LONGEST_NOTE = 200;

    private CalendarCheck() {}

    static Fields check(List<CalendarDay> days, WholeSchool school) {
        var fields = new Fields();
        fields.between("days", days.size(), 0, MOST_DAYS);
        var seen = new HashSet<>();
        for (int i = 0; i < Math.min(days.size(), MOST_DAYS); i++) {
            var at = "days[" + i + "].";
            check(fields, at, days.get(i), school);
            if (!seen.add(days.get(i).date())) {
                fields.refuse(at + "date", "stands in the list already");
            }
        }
        return fields;
    }

    static Fields check(CalendarDay day, WholeSchool school) {
        var fields = new Fields();
        check(fields, "", day, school);
        return fields;
    }

    private static void check(Fields fields, String at, CalendarDay day, WholeSchool school) {
        fields.day(at + "date", day.date());
        if (day.note() != null) {
            fields.text(at + "note", day.note(), LONGEST_NOTE);
        }
        var dayType = day.dayType();
        if (dayType != null && day.date() != null && !school.hasBells(dayType, day.date())) {
            fields.refuse(
                    at + "dayType",
                    "there is no bell schedule \"%s\" that is effective on %s; PUT it first"
                            .formatted(dayType, day.date()));
        }
    }
}
