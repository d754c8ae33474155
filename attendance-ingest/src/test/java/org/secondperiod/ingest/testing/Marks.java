package org.secondperiod.ingest.testing;

import java.util.List;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.TestTopics;

/** Marks as lines, and as what the topic holds of a school. */
public final class Marks {

    private Marks() {}

    /** A mark of period 1 on 14 October 2026. */
    public static String json(String student, String school, String code) {
        return json(student, school, code, "");
    }

    /** The same with more fields, such as {@code ,"version":2}. */
    public static String json(String student, String school, String code, String more) {
        return """
                {"studentId":"%s","schoolId":"%s","schoolDay":"2026-10-14","period":"1","code":"%s",\
                "takenAt":"2026-10-14T08:20:00-04:00"%s}""".formatted(student, school, code, more);
    }

    /** What the topic holds of the school. */
    public static List<AbsenceMark> of(TestTopics topics, String school) {
        return topics.readAll(Topics.MARKS).stream()
                .filter(mark -> mark.schoolId().equals(school))
                .toList();
    }
}
