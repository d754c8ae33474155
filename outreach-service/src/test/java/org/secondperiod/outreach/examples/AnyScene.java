package org.secondperiod.outreach.examples;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;
import org.secondperiod.outreach.schooldays.SchoolSettings.CalendarDay;

/** Random mornings: the ordinary one with random facts, doors, plans and crowds in it. */
public final class AnyScene {

    private AnyScene() {}

    public static Arbitrary<Scene> scenes() {
        Arbitrary<String> dayType =
                Arbitraries.of(Scene.REGULAR, Scene.REGULAR, Scene.REGULAR, "remote", "late start", "early dismissal");
        Arbitrary<@Nullable String> firstPeriod = Arbitraries.of("3").injectNull(0.8);
        Arbitrary<Boolean> seldom = Arbitraries.of(true, false, false, false, false, false);
        return Combinators.combine(
                        AnyFacts.history(), known(), submitted(), doors(), dayType, firstPeriod, seldom, seldom)
                .as(AnyScene::scene);
    }

    private static Scene scene(
            List<StudentDayFacts> facts,
            KnownAbsences known,
            SubmittedAttendance submitted,
            List<Instant> doors,
            String dayType,
            @Nullable String firstPeriod,
            boolean neverSignals,
            boolean massAbsence) {
        Scene scene = new Scene();
        facts.forEach(scene::tell);
        scene.known = known;
        scene.submitted = submitted;
        scene.readers.clear();
        for (int i = 0; i < doors.size(); i++) {
            scene.putReader("Door" + i, true, i % 2 == 0, doors.get(i));
        }
        scene.calendarDay = new CalendarDay(dayType, null);
        scene.firstPeriod = firstPeriod;
        scene.signals = !neverSignals;
        scene.markedAbsent = massAbsence ? 300 : 30;
        return scene;
    }

    private static Arbitrary<KnownAbsences> known() {
        return Arbitraries.oneOf(
                Arbitraries.just(KnownAbsences.NONE),
                Arbitraries.just(KnownAbsences.NONE),
                Arbitraries.just(KnownAbsences.NONE),
                AnyFacts.knownAbsence());
    }

    private static Arbitrary<SubmittedAttendance> submitted() {
        return Arbitraries.oneOf(Arbitraries.just(SubmittedAttendance.NONE), AnyFacts.submitted());
    }

    private static Arbitrary<List<Instant>> doors() {
        return AnyFacts.times().list().ofMaxSize(3);
    }
}
