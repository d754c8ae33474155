package org.secondperiod.outreach.examples;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.AbsenceReason;
import org.secondperiod.outreach.facts.AttendanceTaken;
import org.secondperiod.outreach.facts.Direction;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;
import org.secondperiod.outreach.schooldays.SchoolSettings.CalendarDay;

/** The small language of the tables' facts: phrases between semicolons. A phrase it does not know fails the test. */
public final class SceneNotation {

    private static final String TIME = "([0-9T:.Z-]+)";
    private static final Map<Pattern, BiConsumer<Scene, MatchResult>> PHRASES = new LinkedHashMap<>();

    static {
        phrase(
                "(absent|present|tardy|excused|code \\w+) (\\w+) at " + TIME
                        + "(?: \\((\\w+)\\))?(?: v(\\d+))?( withdrawn)?(?: at school (\\w+))?",
                SceneNotation::mark);
        phrase("(in|out|passage) " + TIME + "(?: told " + TIME + ")?(?: at (\\w+))?", SceneNotation::scan);
        phrase("seen (in|not in) " + TIME + " by (\\w+)(?: at school (\\w+))?", SceneNotation::sighting);
        phrase(
                "known ([a-z-]+) (\\S+) to (\\S+?)(?: v(\\d+))?( withdrawn)?(?: at school (\\w+))?",
                SceneNotation::known);
        phrase("taken (school|class \\w+) period (\\w+)(?: v(\\d+))?( withdrawn)?", SceneNotation::taken);
        phrase(
                "door (\\w+) heard " + TIME,
                (s, m) -> s.putReader(m.group(1), true, true, s.times().read(m.group(2))));
        phrase("door (\\w+) never heard", (s, m) -> s.putReader(m.group(1), true, true, null));
        phrase("door (\\w+) out of service", (s, m) -> s.putReader(m.group(1), false, true, null));
        phrase(
                "door (\\w+) without heartbeats heard " + TIME,
                (s, m) -> s.putReader(m.group(1), true, false, s.times().read(m.group(2))));
        phrase("door (\\w+) without heartbeats never heard", (s, m) -> s.putReader(m.group(1), true, false, null));
        phrase(
                "door (\\w+)( without heartbeats)? in service since " + TIME + " (?:never heard|heard " + TIME + ")",
                SceneNotation::newDoor);
        phrase("no readers", (s, m) -> s.readers.clear());
        phrase("not enrolled", (s, m) -> s.enrolled = false);
        phrase("no class known", (s, m) -> s.classIds = Set.of());
        phrase("first period (\\w+)", (s, m) -> s.firstPeriod = m.group(1));
        phrase("trigger period (\\w+)", (s, m) -> s.triggerPeriod = m.group(1));
        phrase("never signals", (s, m) -> s.signals = false);
        phrase("no school: (.+)", (s, m) -> s.calendarDay = new CalendarDay(null, m.group(1)));
        phrase("not in the calendar", (s, m) -> s.calendarDay = null);
        phrase("day type (.+)", (s, m) -> s.calendarDay = new CalendarDay(m.group(1), null));
        phrase("bells (.+)", (s, m) -> {
            s.calendarDay = new CalendarDay("special", null);
            s.bells("special", false, m.group(1));
        });
        phrase("day (\\S+)", (s, m) -> s.day = LocalDate.parse(m.group(1)));
        phrase("day (\\S+) in (\\S+)", (s, m) -> {
            s.day = LocalDate.parse(m.group(1));
            s.zone = ZoneId.of(m.group(2));
        });
        phrase("(\\d+) enrolled, (\\d+) known, (\\d+) marked absent", (s, m) -> {
            s.students = Integer.parseInt(m.group(1));
            s.knownAbsent = Integer.parseInt(m.group(2));
            s.markedAbsent = Integer.parseInt(m.group(3));
        });
        phrase("median (\\d+)%", (s, m) -> s.median = new BigDecimal(m.group(1)).movePointLeft(2));
        phrase("no scan all day", (s, m) -> s.anyScan = false);
    }

    private SceneNotation() {}

    /** The ordinary morning with these facts in it. */
    public static Scene scene(String facts) {
        Scene scene = new Scene();
        for (String phrase : facts.split("; ")) {
            if (!phrase.isBlank()) {
                apply(phrase, scene);
            }
        }
        return scene;
    }

    private static void apply(String text, Scene scene) {
        for (var phrase : PHRASES.entrySet()) {
            Matcher matcher = phrase.getKey().matcher(text);
            if (matcher.matches()) {
                phrase.getValue().accept(scene, matcher.toMatchResult());
                return;
            }
        }
        throw new IllegalArgumentException("no such phrase: " + text);
    }

    private static void phrase(String pattern, BiConsumer<Scene, MatchResult> meaning) {
        PHRASES.put(Pattern.compile(pattern), meaning);
    }

    private static void mark(Scene scene, MatchResult m) {
        boolean unmapped = m.group(1).startsWith("code ");
        MarkKind kind =
                unmapped ? MarkKind.UNKNOWN : MarkKind.valueOf(m.group(1).toUpperCase(Locale.ROOT));
        MarkFact mark = new MarkFact(
                school(m.group(7)),
                m.group(2),
                kind,
                unmapped ? m.group(1).substring("code ".length()) : kind.name().substring(0, 1),
                m.group(4),
                version(m.group(5)),
                scene.times().read(m.group(3)),
                m.group(),
                m.group(6) != null);
        scene.tell(StudentDayFacts.of(mark));
    }

    private static void scan(Scene scene, MatchResult m) {
        Instant at = scene.times().read(m.group(2));
        ScanFact scan = new ScanFact(
                m.group(1) + m.group(2) + m.group(4),
                at,
                m.group(4) == null ? Scene.EAST : new BuildingId(m.group(4)),
                new ReaderId("Main"),
                Direction.valueOf(m.group(1).toUpperCase(Locale.ROOT)),
                m.group(3) == null ? at : scene.times().read(m.group(3)),
                null);
        scene.tell(StudentDayFacts.of(scan));
    }

    private static void sighting(Scene scene, MatchResult m) {
        SightingFact sighting = new SightingFact(
                m.group(),
                school(m.group(4)),
                m.group(1).equals("in") ? Seen.IN_BUILDING : Seen.NOT_IN,
                scene.times().read(m.group(2)),
                m.group(3));
        scene.tell(StudentDayFacts.of(sighting));
    }

    private static void known(Scene scene, MatchResult m) {
        boolean hours = m.group(2).contains(":");
        KnownAbsence known = new KnownAbsence(
                "K-" + m.group(1),
                m.group(6) == null ? null : new SchoolId(m.group(6)),
                AbsenceReason.valueOf(m.group(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                hours ? null : LocalDate.parse(m.group(2)),
                hours ? null : LocalDate.parse(m.group(3)),
                hours ? scene.times().read(m.group(2)) : null,
                hours ? scene.times().read(m.group(3)) : null,
                version(m.group(4)),
                scene.times().read("07:00"),
                m.group(),
                m.group(5) != null);
        scene.known = scene.known.merge(new KnownAbsences(List.of(known)));
    }

    private static void taken(Scene scene, MatchResult m) {
        AttendanceTaken signal = new AttendanceTaken(
                m.group(2),
                m.group(1).equals("school") ? null : m.group(1).substring("class ".length()),
                version(m.group(3)),
                scene.times().read("08:30"),
                m.group(),
                m.group(4) != null);
        scene.submitted = scene.submitted.merge(new SubmittedAttendance(List.of(signal)));
    }

    private static void newDoor(Scene scene, MatchResult m) {
        scene.putReader(
                m.group(1),
                true,
                scene.times().read(m.group(3)),
                m.group(2) == null,
                m.group(4) == null ? null : scene.times().read(m.group(4)));
    }

    private static SchoolId school(@Nullable String name) {
        return name == null ? Scene.BXL : new SchoolId(name);
    }

    private static long version(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
