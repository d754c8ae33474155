package org.secondperiod.local.morning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.BatchResult;
import org.secondperiod.local.api.KnownAbsenceRow;
import org.secondperiod.local.api.MarkRow;
import org.secondperiod.local.api.ScanRow;
import org.secondperiod.local.api.TakenRow;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.Reader;
import org.secondperiod.local.stack.Part;

/** What an action has at hand: the day, the clock, the systems that send, and a voice. */
final class Stage {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Of real time: long enough to bring a service back by hand. */
    private static final Duration AWAY_AT_MOST = Duration.ofMinutes(2);

    private final LocalDate day;
    private final ClockFile clock;
    private final Api sis;
    private final Consumer<String> voice;
    private final AtomicInteger faults = new AtomicInteger();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Summaries summaries;

    /** @param anyone a client; each call signs in as the system or person that would make it */
    Stage(LocalDate day, ClockFile clock, Api anyone, Consumer<String> voice) {
        this.day = day;
        this.clock = clock;
        this.voice = voice;
        Api patient = anyone.patient(AWAY_AT_MOST, this::say);
        this.sis = patient.as("sis");
        this.summaries = new Summaries(patient.as("okafor"), day);
    }

    LocalDate day() {
        return day;
    }

    Instant instant(LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    OffsetDateTime at(LocalTime time) {
        return day.atTime(time).atZone(ZONE).toOffsetDateTime();
    }

    OffsetDateTime now() {
        return clock.now().atZone(ZONE).toOffsetDateTime().withNano(0);
    }

    Summaries summaries() {
        return summaries;
    }

    Api as(String name) {
        return sis.as(name);
    }

    /** Tells the story, with the clock's time before it. */
    void say(String what) {
        voice.accept("%s  %s".formatted(now().toLocalTime().toString().substring(0, 5), what));
    }

    void marks(List<MarkRow> rows) {
        if (!rows.isEmpty()) {
            count(sis.postRows(Part.INGEST, "/v1/absence-marks/batch", rows), "marks");
        }
    }

    void knownAbsences(List<KnownAbsenceRow> rows) {
        count(sis.postRows(Part.INGEST, "/v1/known-absences/batch", rows), "known absences");
    }

    void taken(TakenRow row) {
        sis.post(Part.INGEST, "/v1/attendance-taken", row);
    }

    void scans(List<ScanRow> rows) {
        if (!rows.isEmpty()) {
            count(as("doors").postRows(Part.ENTRY, "/v1/scans/batch", rows), "scans");
        }
    }

    void heartbeat(Reader reader, int queued) {
        as("doors")
                .post(Part.ENTRY, "/v1/readers/" + reader.id() + "/heartbeat", Map.of("at", now(), "queued", queued));
    }

    private void count(BatchResult result, String what) {
        if (result.rejected() > 0) {
            failed("%d %s were rejected; the first: %s".formatted(result.rejected(), what, result.firstError()));
        }
    }

    /** Tells that a part of the morning did not go as planned; the same is told once. */
    void failed(@Nullable String why) {
        faults.incrementAndGet();
        if (told.add(String.valueOf(why))) {
            say("Something went wrong: " + why);
        }
    }

    int faults() {
        return faults.get();
    }
}
