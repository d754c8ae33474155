package org.secondperiod.ingest.schools;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.input.IfMatch;
import org.secondperiod.ingest.schools.db.BellScheduleStore;
import org.secondperiod.ingest.schools.db.CalendarStore;
import org.secondperiod.ingest.schools.db.SchoolStore;
import org.secondperiod.ingest.schools.kafka.SchoolEvents;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.time.Times;

/**
 * Changes schools, their bells and their calendars. A change that changes something raises the school's version and writes
 * the whole school to the outbox in the same transaction; one that changes nothing is silent.
 */
@ApplicationScoped
public class SchoolsService {

    private final Jdbi jdbi;
    private final SchoolStore schools;
    private final BellScheduleStore bells;
    private final CalendarStore calendar;
    private final SchoolEvents events;
    private final Outbox outbox;
    private final KnownSchools known;
    private final RungPeriods rung;
    private final Clock clock;
    private final Event<SchoolSetUp> setUp;

    SchoolsService(
            Jdbi jdbi,
            SchoolStore schools,
            BellScheduleStore bells,
            CalendarStore calendar,
            SchoolEvents events,
            Outbox outbox,
            KnownSchools known,
            RungPeriods rung,
            Clock clock,
            Event<SchoolSetUp> setUp) {
        this.jdbi = jdbi;
        this.schools = schools;
        this.bells = bells;
        this.calendar = calendar;
        this.events = events;
        this.outbox = outbox;
        this.known = known;
        this.rung = rung;
        this.clock = clock;
        this.setUp = setUp;
    }

    /** The settings of all schools, by id. */
    public List<School> all() {
        return schools.all();
    }

    /** A school with its bells and its calendar; a problem (404) where it is not set up. */
    public WholeSchool get(SchoolId id) {
        return jdbi.withHandle(tx -> schools.find(tx, id)).orElseThrow(SchoolProblems::notSetUp);
    }

    /** Sets a school up, or changes its settings. */
    public WholeSchool put(School school, @Nullable String ifMatch) {
        SchoolCheck.check(school).throwIfBad();
        var changed = jdbi.inTransaction(tx -> {
            schools.lock(tx, school.id());
            var before = schools.find(tx, school.id());
            IfMatch.require(ifMatch, before.map(WholeSchool::version).orElse(0L));
            schools.put(tx, school);
            return finish(tx, school.id(), before.orElse(null));
        });
        known.refresh();
        setUp.fire(new SchoolSetUp(school.id()));
        return changed;
    }

    /** Writes a bell schedule. */
    public WholeSchool put(SchoolId id, BellSchedule schedule, @Nullable String ifMatch) {
        var changed = change(id, ifMatch, before -> {
            BellScheduleCheck.check(schedule, before.school()).throwIfBad();
            return tx -> bells.put(tx, id, schedule);
        });
        rung.refresh();
        return changed;
    }

    /** Puts these dates in the place of the whole calendar. */
    public WholeSchool replaceCalendar(SchoolId id, List<CalendarDay> days, @Nullable String ifMatch) {
        return change(id, ifMatch, before -> {
            CalendarCheck.check(days, before).throwIfBad();
            return tx -> calendar.replace(tx, id, days);
        });
    }

    /** Changes one date; a snow day is one line. */
    public WholeSchool putDay(SchoolId id, CalendarDay day, @Nullable String ifMatch) {
        return change(id, ifMatch, before -> {
            CalendarCheck.check(day, before).throwIfBad();
            return tx -> calendar.put(tx, id, List.of(day));
        });
    }

    private interface Change {
        void in(Handle tx);
    }

    private WholeSchool change(SchoolId id, @Nullable String ifMatch, Function<WholeSchool, Change> change) {
        return jdbi.inTransaction(tx -> {
            schools.lock(tx, id);
            var before = schools.find(tx, id).orElseThrow(SchoolProblems::notSetUp);
            IfMatch.require(ifMatch, before.version());
            change.apply(before).in(tx);
            return finish(tx, id, before);
        });
    }

    private WholeSchool finish(Handle tx, SchoolId id, @Nullable WholeSchool before) {
        var after = schools.find(tx, id).orElseThrow();
        if (after.equals(before)) {
            return after;
        }
        var changed = after.at(after.version() + 1);
        schools.setVersion(tx, id, changed.version());
        outbox.add(tx, List.of(events.changed(changed, Times.now(clock))));
        return changed;
    }
}
