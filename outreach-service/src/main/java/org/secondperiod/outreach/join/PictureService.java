package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.schooldays.db.PictureStore;
import org.secondperiod.outreach.schooldays.db.SchoolDayStore;
import org.secondperiod.outreach.whereabouts.Assess;
import org.secondperiod.outreach.whereabouts.SchoolPicture;

/**
 * Takes a school's picture where it matters: from the cut-off on, when students are marked absent or count otherwise than
 * before, and as long as it is a day of mass absence. One transaction at a time does so for a school's day. Where mass
 * absence begins or ends, the day's other students are looked at again.
 */
@ApplicationScoped
class PictureService {

    private final SchoolDayStore days;
    private final PictureStore pictures;

    PictureService(SchoolDayStore days, PictureStore pictures) {
        this.days = days;
        this.pictures = pictures;
    }

    /** The pictures of those days of {@code cases} whose picture matters. How students count must be stored already. */
    Map<SchoolOnDay, SchoolPicture> take(Handle tx, List<Case> cases, Set<SchoolOnDay> concerned) {
        Set<SchoolOnDay> all =
                cases.stream().map(each -> each.of().schoolOnDay()).collect(toSet());
        Set<SchoolOnDay> needed = new HashSet<>(days.withMassAbsence(tx, all));
        needed.addAll(concerned);
        if (needed.isEmpty()) {
            return Map.of();
        }
        Map<SchoolOnDay, Boolean> before = days.lock(tx, needed);
        pictures.count(tx, needed);
        Map<SchoolOnDay, SchoolPicture> taken = pictures.pictures(tx, needed);
        Map<SchoolOnDay, Boolean> now = judge(cases, taken);
        days.turn(tx, changedTo(true, before, now), true);
        days.turn(tx, changedTo(false, before, now), false);
        return taken;
    }

    /** The days whose picture these cases concern. */
    static Set<SchoolOnDay> concerned(List<Case> cases, Instant now) {
        return cases.stream()
                .filter(each -> each.concernsPicture(now))
                .map(each -> each.of().schoolOnDay())
                .collect(toSet());
    }

    private static Map<SchoolOnDay, Boolean> judge(List<Case> cases, Map<SchoolOnDay, SchoolPicture> taken) {
        Map<SchoolOnDay, Boolean> mass = new HashMap<>();
        for (Case each : cases) {
            SchoolPicture picture = taken.get(each.of().schoolOnDay());
            if (picture != null) {
                mass.computeIfAbsent(each.of().schoolOnDay(), day -> isMassAbsence(each, picture));
            }
        }
        return mass;
    }

    private static boolean isMassAbsence(Case each, SchoolPicture picture) {
        return each.plan() instanceof DayPlan.Open open
                && Assess.isMassAbsence(picture, each.situation().readers(), open);
    }

    private static Set<SchoolOnDay> changedTo(
            boolean mass, Map<SchoolOnDay, Boolean> before, Map<SchoolOnDay, Boolean> now) {
        return now.entrySet().stream()
                .filter(entry -> entry.getValue() == mass)
                .filter(entry -> before.get(entry.getKey()) != mass)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }
}
