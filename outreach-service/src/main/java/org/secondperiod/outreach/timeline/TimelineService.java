package org.secondperiod.outreach.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.care.db.CareStepStore;
import org.secondperiod.outreach.doors.db.ReaderStore;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.MarkVersion;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore;
import org.secondperiod.outreach.facts.db.MarkHistoryStore;
import org.secondperiod.outreach.facts.db.SightingStore;
import org.secondperiod.outreach.facts.db.StudentDayStore;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.timeline.InCodes.Note;
import org.secondperiod.outreach.timeline.Timeline.Entry;
import org.secondperiod.outreach.timeline.Timeline.Kind;
import org.secondperiod.outreach.timeline.db.StepStore;

/** Tells a student's day from what is kept of it. */
@ApplicationScoped
public class TimelineService {

    /** Instead of a note that is not for everybody. */
    private static final String HIDDEN_NOTE = "There is a note about health or safety, for those who may read these.";

    private final StudentDayStore facts;
    private final MarkHistoryStore marks;
    private final SightingStore sightings;
    private final KnownAbsenceStore knownAbsences;
    private final StepStore steps;
    private final SchoolStore schools;
    private final ReaderStore readers;
    private final AttemptStore attempts;
    private final CareStepStore careSteps;
    private final DateTimeFormatter localTime;
    private final CallsInWords callsInWords;

    TimelineService(
            StudentDayStore facts,
            MarkHistoryStore marks,
            SightingStore sightings,
            KnownAbsenceStore knownAbsences,
            StepStore steps,
            SchoolStore schools,
            ReaderStore readers,
            AttemptStore attempts,
            CareStepStore careSteps,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.facts = facts;
        this.marks = marks;
        this.sightings = sightings;
        this.knownAbsences = knownAbsences;
        this.steps = steps;
        this.schools = schools;
        this.readers = readers;
        this.attempts = attempts;
        this.careSteps = careSteps;
        this.callsInWords = new CallsInWords(districtZone);
        this.localTime = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(districtZone);
    }

    /**
     * All entries of a day, in the order in which things happened.
     *
     * @param readsRestricted of which schools restricted notes are shown; of the others, that there is one
     * @param readsNotes of which schools notes are shown: those whose people the bearer is one of
     */
    public List<Entry> entries(Handle handle, StudentDay day, Schools readsRestricted, Schools readsNotes) {
        List<Entry> entries = new ArrayList<>();
        marks.of(handle, day).forEach(mark -> entries.add(entry(mark)));
        Collection<ScanFact> scans = facts.load(handle, Set.of(day))
                .getOrDefault(day, StudentDayFacts.NONE)
                .scans();
        ScansInWords inWords = ScansInWords.of(handle, scans, schools, readers);
        scans.forEach(scan -> entries.add(inWords.entry(scan)));
        sightings.of(handle, day).forEach(sighting -> entries.add(entry(sighting, readsRestricted, readsNotes)));
        knownAbsences
                .load(handle, Set.of(day.student()))
                .getOrDefault(day.student(), KnownAbsences.NONE)
                .absences()
                .stream()
                .filter(absence -> mayConcern(absence, day))
                .forEach(absence -> entries.add(entry(absence)));
        entries.addAll(steps.conclusions(handle, day));
        entries.addAll(steps.tasks(handle, day));
        attempts.ofDay(handle, day)
                .forEach(attempt ->
                        entries.add(callsInWords.entry(attempt, note(attempt, readsRestricted, readsNotes))));
        careSteps.of(handle, day).forEach(step -> entries.add(callsInWords.entry(step)));
        entries.sort(
                Comparator.comparing(Entry::at).thenComparing(Entry::recordedAt).thenComparing(Entry::kind));
        return entries;
    }

    private static Entry entry(MarkVersion version) {
        String withdrawn = version.mark().withdrawn() ? " (withdrawn)" : "";
        return new Entry(
                Kind.MARK,
                version.mark().takenAt(),
                version.recordedAt(),
                version.mark().school().value(),
                "Marked %s in %s%s"
                        .formatted(words(version), period(version.mark().period()), withdrawn),
                "Code " + version.mark().code() + ", version " + version.mark().version(),
                null,
                InCodes.of(new InCodes.Mark(
                        version.mark().kind(),
                        version.mark().period(),
                        version.mark().code(),
                        version.mark().version(),
                        version.mark().withdrawn())));
    }

    private static String words(MarkVersion version) {
        return switch (version.mark().kind()) {
            case ABSENT -> "absent";
            case EXCUSED -> "excused";
            case PRESENT -> "present";
            case TARDY -> "late";
            case UNKNOWN -> "with a code that nobody had mapped yet";
        };
    }

    private static String period(String period) {
        return "day".equals(period) ? "the whole day" : "period " + period;
    }

    private static Entry entry(Sighting sighting, Schools readsRestricted, Schools readsNotes) {
        String school = sighting.fact().school().value();
        Note note = note(school, sighting.note(), sighting.restricted(), readsRestricted, readsNotes);
        return new Entry(
                Kind.SIGHTING,
                sighting.fact().at(),
                sighting.recordedAt(),
                school,
                sighting.fact().seen() == Seen.IN_BUILDING ? "Seen in the building" : "Door system checked: not in",
                inWords(note),
                sighting.fact().by(),
                InCodes.of(new InCodes.Sighting(sighting.fact().seen(), note)));
    }

    private static @Nullable Note note(Attempt attempt, Schools readsRestricted, Schools readsNotes) {
        return attempt.note() == null
                ? null
                : note(
                        attempt.of().school().value(),
                        attempt.note().text(),
                        attempt.note().restricted(),
                        readsRestricted,
                        readsNotes);
    }

    /** What a note says in English. */
    static @Nullable String inWords(@Nullable Note note) {
        if (note == null) {
            return null;
        }
        return note.hidden() ? HIDDEN_NOTE : note.text();
    }

    private static @Nullable Note note(
            String school, @Nullable String text, boolean restricted, Schools readsRestricted, Schools readsNotes) {
        if (text == null || !readsNotes.holds(school)) {
            return null;
        }
        boolean hidden = restricted && !readsRestricted.holds(school);
        return new Note(hidden ? null : text, hidden);
    }

    private Entry entry(KnownAbsence absence) {
        String withdrawn = absence.withdrawn() ? " (withdrawn)" : "";
        return new Entry(
                Kind.KNOWN_ABSENCE,
                absence.recordedAt(),
                absence.recordedAt(),
                absence.school() == null ? null : absence.school().value(),
                "Known absence: " + absence.reason().words() + withdrawn,
                span(absence),
                null,
                InCodes.of(new InCodes.Known(
                        absence.reason(),
                        absence.fromDay(),
                        absence.toDay(),
                        absence.fromTime(),
                        absence.toTime(),
                        absence.withdrawn())));
    }

    private String span(KnownAbsence absence) {
        Instant from = absence.fromTime();
        Instant to = absence.toTime();
        return from == null || to == null
                ? "From " + absence.fromDay() + " to " + absence.toDay()
                : "From " + localTime.format(from) + " to " + localTime.format(to);
    }

    /** What people call these schools; one that is not set up is missing. */
    public Map<String, String> namesOf(Handle handle, Collection<SchoolId> of) {
        Map<String, String> names = new TreeMap<>();
        schools.load(handle, of)
                .forEach((school, known) ->
                        names.put(school.value(), known.settings().name()));
        return names;
    }

    private static boolean mayConcern(KnownAbsence absence, StudentDay day) {
        KnownAbsenceStore.Covered covered =
                KnownAbsenceStore.Covered.by(new KnownAbsenceStore.Of(day.student(), absence));
        return !day.day().date().isBefore(covered.from()) && !day.day().date().isAfter(covered.to());
    }
}
