package org.secondperiod.bench.join;

import java.time.LocalDate;
import java.util.Map;
import org.secondperiod.bench.measure.Side;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/**
 * outreach-service. It is held still while the facts are laid into its topics; a round ends when all of them are decided,
 * nothing is due any more, and the events that tell of it have left.
 */
public final class OutreachSide implements Side {

    private static final String MARKS = Topics.MARKS.name();
    private static final String SCANS = Topics.SCANS.name();

    private final BenchStack stack;
    private final District district;
    private final int students;
    private final Days days;
    private final EventSender sender;
    private final Outreach outreach;
    private Morning morning;
    private LocalDate day = District.FIRST_DAY;
    private long facts;
    private long end;

    public OutreachSide(
            BenchStack stack, District district, int students, Days days, EventSender sender, Outreach outreach) {
        this.stack = stack;
        this.district = district;
        this.students = students;
        this.days = days;
        this.sender = sender;
        this.outreach = outreach;
        this.morning = new Morning(district, day, students);
    }

    @Override
    public String name() {
        return Part.OUTREACH.label();
    }

    @Override
    public void prepare() {
        day = days.next();
        morning = new Morning(district, day, students);
        stack.standAt(morning.now());
        outreach.awaitOpen(day, district.schools());
        morning.openDoors(sender);
        outreach.awaitSettled(morning.now(), MARKS, SCANS, Topics.READERS.name());
        var records = morning.facts(MARKS, SCANS);
        stack.hold(Part.OUTREACH, true);
        records.forEach(sender::send);
        sender.await();
        facts = records.size();
        end = outreach.topics().end(MARKS, SCANS);
    }

    @Override
    public long work() {
        stack.hold(Part.OUTREACH, false);
        outreach.awaitSettled(end, morning.now(), MARKS, SCANS);
        return facts;
    }

    @Override
    public void check() {
        Map<String, Long> states = outreach.database().counts("""
                SELECT w.state, count(*) FROM whereabouts w JOIN student_day d USING (student_id, school_day)
                WHERE w.school_day = '%s' GROUP BY 1""".formatted(day));
        Morning.Expected expected = morning.expected();
        Outcome.check(name(), states, expected, district.schools());
        Outcome.checkTasks(
                name(),
                outreach.database()
                        .number("SELECT count(*) FROM call_task WHERE state = 'OPEN' AND school_day = '%s'"
                                .formatted(day)),
                expected);
    }
}
