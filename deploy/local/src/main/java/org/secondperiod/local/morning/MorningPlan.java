package org.secondperiod.local.morning;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.secondperiod.local.api.KnownAbsenceRow;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Section;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;
import org.secondperiod.local.stack.Part;

/** All that happens this morning, in order, and the sentences that go with it. */
final class MorningPlan {

    static final LocalTime FROM = LocalTime.of(7, 30);
    static final LocalTime TO = LocalTime.of(10, 15);
    static final String UNMAPPED = "Z9";

    private final District district;
    private final Cast cast;
    private final Stage stage;
    private final ClassActions classes;
    private final DoorActions doors;

    MorningPlan(District district, Cast cast, Stage stage, long seed) {
        this.district = district;
        this.cast = cast;
        this.stage = stage;
        this.classes = new ClassActions(district, cast, stage, seed);
        this.doors = new DoorActions(cast, stage, seed + 1);
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        all.addAll(doors.all(FROM, TO));
        all.addAll(classes.all());
        all.add(new Action(FROM, this::trip));
        School.ALL.forEach(school -> all.addAll(aroundTheBell(school)));
        all.add(
                new Action(
                        DoorActions.GYM_GOES_OFFLINE.plusMinutes(11),
                        on -> on.say(
                                "South Building: nothing has been heard from the gym door for 10 minutes. Without it nobody can say who of Social Justice is inside.")));
        all.add(new Action(DoorActions.BUS_ARRIVES.plusMinutes(2), this::bus));
        all.add(new Action(DoorActions.GYM_IS_BACK.plusMinutes(2), this::gymDoor));
        all.add(new Action(LocalTime.of(8, 56), this::corrections));
        all.add(new Action(LocalTime.of(9, 6), this::sighting));
        all.add(new Action(LocalTime.of(9, 11), this::mapTheCode));
        all.add(new Action(LocalTime.of(9, 16), this::newBadge));
        all.add(new Action(LocalTime.of(9, 18), this::unsubmitted));
        all.add(new Action(
                LocalTime.of(9, 32),
                on -> on.say(
                        "Bronx Lab: the %d students whose day begins in period 2 are looked at now, after their own first period."
                                .formatted(district.of(School.BRONX_LAB).stream()
                                        .filter(s -> s.firstPeriod() != null)
                                        .count()))));
        all.sort(Comparator.comparing(Action::at));
        return List.copyOf(all);
    }

    private List<Action> aroundTheBell(School school) {
        LocalTime bell = school.trigger().start();
        return List.of(
                new Action(bell, on -> on.say("%s: the bell rings, period 1 begins.".formatted(school.nickname()))),
                new Action(school.cutOff().plusMinutes(1), on -> firstPeriodIsOver(school, on)));
    }

    private void firstPeriodIsOver(School school, Stage on) {
        Counts counts = on.summaries().settled(school);
        on.say("%s: period 1 is over. %d to call, %d in the hallway, %d held%s."
                .formatted(
                        school.nickname(),
                        counts.toCall(),
                        counts.in("IN_BUILDING"),
                        counts.heldWithoutCall(),
                        Reasons.of(counts)));
    }

    private void trip(Stage on) {
        List<Student> away = cast.of(Role.TRIP);
        on.knownAbsences(away.stream()
                .map(student -> new KnownAbsenceRow(
                        "trip-%s-%s".formatted(on.day(), student.id()),
                        student.id(),
                        student.school().id(),
                        "trip",
                        on.day(),
                        on.day(),
                        "Museum, back by 14:00"))
                .toList());
        on.say("Bronx Lab: class %s is on a trip, %d students. Their families will not be called."
                .formatted(cast.tripClass().code(), away.size()));
    }

    private void bus(Stage on) {
        Counts counts = on.summaries().settled(School.BRONX_LAB);
        on.say(
                "Bronx Lab: bus 14 is here, %d students come through the door. %d calls have been closed because the student arrived; %d left to call."
                        .formatted(cast.of(Role.BUS).size(), counts.closedAsArrived(), counts.toCall()));
    }

    private void gymDoor(Stage on) {
        Counts counts = on.summaries().settled(School.SOCIAL_JUSTICE);
        int inClass = cast.of(Role.GYM_DOOR_IN_CLASS).size();
        int markedAbsent = cast.of(Role.GYM_DOOR).size();
        on.say(
                "Social Justice: the gym door is back and sends the %d scans it had kept. %d of them are students marked absent who are inside: their families would have been called in error. %d are still held; %d to call."
                        .formatted(inClass + markedAbsent, markedAbsent, counts.heldWithoutCall(), counts.toCall()));
    }

    private void corrections(Stage on) {
        List<Student> corrected = cast.of(Role.CORRECTED);
        on.marks(corrected.stream()
                .map(student -> classes.mark(student, "1", "T", on.now().toLocalTime(), 2))
                .toList());
        Counts counts = on.summaries().settled(School.BRONX_LAB);
        on.say("Bronx Lab: %d marks are corrected from absent to tardy, and their calls are withdrawn. %d left to call."
                .formatted(corrected.size(), counts.toCall()));
    }

    private void sighting(Stage on) {
        Student seen = cast.of(Role.ABSENT, School.SOCIAL_JUSTICE).getFirst();
        on.as("chen")
                .post(
                        Part.OUTREACH,
                        "/v1/sightings",
                        Map.of(
                                "studentId", seen.id(),
                                "schoolId", seen.school().id(),
                                "seen", "in-building",
                                "at", on.now(),
                                "note", "In the nurse's office"));
        on.say("Social Justice: chen finds %s in the nurse's office. That call is withdrawn."
                .formatted(seen.fullName()));
    }

    private void mapTheCode(Stage on) {
        int held = on.summaries().settled(School.BRONX_LAB).heldFor("CODE_UNKNOWN");
        on.as("roster-sync")
                .put(
                        Part.INGEST,
                        "/v1/schools/" + School.BRONX_LAB.id() + "/attendance-codes",
                        Map.of(
                                "codes",
                                List.of(Map.of("code", UNMAPPED, "category", "EXCUSED_ABSENCE", "reason", "medical"))));
        Counts counts = on.summaries().settled(School.BRONX_LAB);
        on.say(
                "Bronx Lab: nobody had said what the code %s means, so %d students were held, and after ten minutes their calls asked \"is your child on the way?\". It is mapped now: excused, medical. %d are still held for it; %d left to call."
                        .formatted(UNMAPPED, held, counts.heldFor("CODE_UNKNOWN"), counts.toCall()));
    }

    private void newBadge(Stage on) {
        for (Student student : cast.of(Role.OLD_BADGE)) {
            on.as("doors").put(Part.ENTRY, "/v1/badges/" + student.card(), Map.of("studentId", student.id()));
            on.say(
                    "Social Justice: %s showed an old badge that nobody knew. The office registers it, and the scan of 07:55 counts after all."
                            .formatted(student.fullName()));
        }
    }

    private void unsubmitted(Stage on) {
        Counts counts = on.summaries().settled(School.HARBOR_POINT);
        on.say(unsubmitted(cast.unsubmittedClass(), counts));
    }

    /** Ten minutes after the cut-off the calls have opened, unless the machine is slow: what is told is what is so. */
    static String unsubmitted(Section section, Counts counts) {
        String said = "Harbor Point: class %s (%s) has submitted no attendance."
                .formatted(section.code(), section.teacher().fullName());
        int held = counts.heldFor("ATTENDANCE_NOT_TAKEN");
        if (held == 0) {
            return said;
        }
        return said
                + (counts.heldWithoutCall() == 0
                                ? " %d of its students were held; since ten minutes after the cut-off they are to be called, and their calls ask \"is your child on the way?\"."
                                : " %d of its students are held; ten minutes after the cut-off their calls open and ask \"is your child on the way?\".")
                        .formatted(held);
    }
}
