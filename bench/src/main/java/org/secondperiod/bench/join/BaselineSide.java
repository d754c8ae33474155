package org.secondperiod.bench.join;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.secondperiod.bench.baseline.Child;
import org.secondperiod.bench.measure.Side;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.EventSender;

/** A baseline of the join: held still while the same facts are laid into topics of its own. */
final class BaselineSide implements Side {

    private final String name;
    private final Child child;
    private final District district;
    private final int students;
    private final Days days;
    private final EventSender sender;
    private final Reading reading;
    private final Database database;
    private Morning morning;
    private LocalDate day = District.FIRST_DAY;
    private long facts;

    /**
     * What the baseline reads, and when it has read and landed all of it.
     *
     * @param counts the query of how many students of a day are in which state; {@code %s} is the day
     * @param open the query of how many tasks of a day are open
     */
    record Reading(String marks, String scans, BooleanSupplier landed, String counts, String open) {}

    BaselineSide(
            String name,
            Child child,
            District district,
            int students,
            Days days,
            EventSender sender,
            Reading reading,
            Database database) {
        this.name = name;
        this.child = child;
        this.district = district;
        this.students = students;
        this.days = days;
        this.sender = sender;
        this.reading = reading;
        this.database = database;
        this.morning = new Morning(district, day, students);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        day = days.next();
        morning = new Morning(district, day, students);
        var records = morning.facts(reading.marks(), reading.scans());
        BenchStack.signal(child.pid(), "-STOP");
        records.forEach(sender::send);
        sender.await();
        facts = records.size();
    }

    @Override
    public long work() {
        BenchStack.signal(child.pid(), "-CONT");
        Await.until(name + " to land all facts", reading.landed());
        return facts;
    }

    @Override
    public void check() {
        Map<String, Long> states = database.counts(reading.counts().replace("%s", day.toString()));
        Outcome.check(name, states, morning.expected(), 0);
        Outcome.checkTasks(name, database.number(reading.open().replace("%s", day.toString())), morning.expected());
    }
}
