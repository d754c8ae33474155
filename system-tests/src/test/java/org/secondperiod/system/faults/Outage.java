package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.function.Consumer;

/** Faults of a broker, a database and a network, that last for a while and then are over. */
enum Outage {
    BROKER_KILLED(stand -> stand.kafka.kill(), stand -> stand.kafka.restart()),
    BROKER_STOPPED(stand -> stand.kafka.stop(), stand -> stand.kafka.restart()),
    BROKER_SILENT(stand -> stand.toKafka.goSilent(), stand -> stand.toKafka.pass()),
    BROKER_ANSWERS_NOTHING(stand -> stand.toKafka.swallowAnswers(), stand -> stand.toKafka.pass()),
    BROKER_UNREACHABLE(stand -> stand.toKafka.refuse(), stand -> stand.toKafka.pass()),
    DATABASE_KILLED(stand -> stand.postgres.kill(), stand -> stand.postgres.restart()),
    DATABASE_STOPPED(stand -> stand.postgres.stop(), stand -> stand.postgres.restart()),
    DATABASE_SILENT(stand -> stand.toDatabase.goSilent(), stand -> stand.toDatabase.pass()),
    /** What was asked of the database is done, and nobody hears of it: every commit's outcome is unknown. */
    DATABASE_ANSWERS_NOTHING(stand -> stand.toDatabase.swallowAnswers(), stand -> stand.toDatabase.pass()),
    DATABASE_UNREACHABLE(stand -> stand.toDatabase.refuse(), stand -> stand.toDatabase.pass()),
    EVERYTHING_SLOW(
            stand -> {
                stand.toDatabase.slow(Duration.ofMillis(20));
                stand.toKafka.slow(Duration.ofMillis(20));
            },
            stand -> {
                stand.toDatabase.pass();
                stand.toKafka.pass();
            });

    private final Consumer<Stand> begins;
    private final Consumer<Stand> ends;

    Outage(Consumer<Stand> begins, Consumer<Stand> ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** While it is told. */
    Fault at(Stand stand, Duration time) {
        return Fault.during(() -> begin(stand), time, () -> end(stand));
    }

    void begin(Stand stand) {
        begins.accept(stand);
    }

    void end(Stand stand) {
        ends.accept(stand);
    }
}
