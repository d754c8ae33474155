package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Plays a history through the real merge and the real decision, in memory. What is told at one time comes in any order and in
 * batches of any size, and then all are decided on; in between each student is decided on again exactly when the last decision
 * said so. Whatever somebody then sees is what was decided last.
 */
final class InMemoryPlay {

    /** More decisions than this between two things that are told: a decision asks to look again at once, for ever. */
    private static final int TOO_MANY = 200;

    private final History history;
    private final InMemoryDistrict district;
    private final Random order;
    private final List<StudentAtSchool> everybody;
    private final NavigableMap<StudentAtSchool, Instant> decidedAt = new TreeMap<>();
    private final List<Observed> observed = new ArrayList<>();

    private InMemoryPlay(History history, ZoneId districtZone) {
        this.history = history;
        this.district = new InMemoryDistrict(districtZone);
        this.order = new Random(history.name().hashCode());
        this.everybody = history.students().stream()
                .flatMap(student -> history.schools().stream()
                        .map(school -> new StudentAtSchool(
                                new StudentId(student), new SchoolId(school), SchoolDay.of(history.day()))))
                .toList();
    }

    /** What was concluded, whenever something was decided and whenever somebody looked. */
    static List<Observed> play(History history, ZoneId districtZone) {
        var play = new InMemoryPlay(history, districtZone);
        play.run();
        return play.observed;
    }

    private void run() {
        var told = new TreeMap<Instant, List<Told>>();
        Stream.concat(history.setUp().stream(), history.told().stream())
                .forEach(each ->
                        told.computeIfAbsent(each.at(), at -> new ArrayList<>()).add(each));
        var times = new TreeSet<>(told.keySet());
        times.addAll(history.looks());
        for (var time : times) {
            lookAgainBefore(time);
            if (told.containsKey(time)) {
                tell(told.get(time));
                everybody.forEach(student -> decide(student, time));
            } else {
                lookAgainBefore(time.plusMillis(1));
                everybody.forEach(student -> look(student, time));
            }
        }
    }

    private void tell(List<Told> together) {
        var shuffled = new ArrayList<>(together);
        Collections.shuffle(shuffled, order);
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + order.nextInt(4));
            district.tell(shuffled.subList(from, to));
            from = to;
        }
    }

    private void lookAgainBefore(Instant time) {
        for (int count = 0; ; count++) {
            var due = district.due().filter(next -> next.at().isBefore(time));
            if (due.isEmpty()) {
                return;
            }
            if (count > TOO_MANY * everybody.size()) {
                throw new AssertionError("%s: it never stops looking again at %s".formatted(history.name(), due.get()));
            }
            decide(due.get().student(), due.get().at());
        }
    }

    private void decide(StudentAtSchool student, Instant now) {
        district.decide(student, now);
        decidedAt.put(student, now);
        observe(student, now, now);
    }

    private void look(StudentAtSchool student, Instant now) {
        var last = decidedAt.getOrDefault(student, now);
        if (!last.equals(now)) {
            observe(student, now, last);
        }
    }

    private void observe(StudentAtSchool student, Instant now, Instant decided) {
        var moment = new Moment(
                student.student().value(),
                student.school().value(),
                student.day().date(),
                now,
                decided);
        observed.add(new Observed(moment, district.verdict(student)));
    }
}
