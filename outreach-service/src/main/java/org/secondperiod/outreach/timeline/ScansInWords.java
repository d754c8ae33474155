package org.secondperiod.outreach.timeline;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.doors.db.ReaderStore;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.timeline.Timeline.Entry;
import org.secondperiod.outreach.timeline.Timeline.Kind;

/** Tells of scans, with what people call the doors. */
record ScansInWords(Map<BuildingId, String> buildings, Map<ReaderId, String> readers) {

    static ScansInWords of(Handle handle, Collection<ScanFact> scans, SchoolStore schools, ReaderStore readers) {
        return new ScansInWords(
                schools.namesOf(handle, scans.stream().map(ScanFact::building).collect(toSet())),
                readers.byId(handle, scans.stream().map(ScanFact::reader).collect(toSet())).stream()
                        .collect(toMap(Reader::readerId, Reader::name)));
    }

    Entry entry(ScanFact scan) {
        String direction =
                switch (scan.direction()) {
                    case IN -> "Scanned in";
                    case OUT -> "Scanned out";
                    case PASSAGE -> "Scanned in passing";
                };
        @Nullable Long ahead = minutesAhead(scan);
        return new Entry(
                Kind.SCAN,
                scan.at(),
                scan.learntAt(),
                null,
                direction + " at building " + named(scan.building().value(), buildings.get(scan.building())),
                "Reader " + named(scan.reader().value(), readers.get(scan.reader())) + inWords(ahead),
                null,
                InCodes.of(new InCodes.Scan(
                        scan.direction(),
                        buildings.getOrDefault(scan.building(), scan.building().value()),
                        readers.getOrDefault(scan.reader(), scan.reader().value()),
                        ahead)));
    }

    private static String named(String id, @Nullable String name) {
        return name == null || name.equals(id) ? id : id + " (" + name + ")";
    }

    /** A clock that runs ahead: the scan is kept and flagged, and no evidence. */
    private static @Nullable Long minutesAhead(ScanFact scan) {
        return scan.at().isAfter(scan.recordedAt().plus(ScanFact.CLOCK_TOLERANCE))
                ? Duration.between(scan.recordedAt(), scan.at()).toMinutes()
                : null;
    }

    private static String inWords(@Nullable Long minutesAhead) {
        return minutesAhead == null
                ? ""
                : ". Its clock was %d minutes ahead when we recorded this: kept, flagged and not used"
                        .formatted(minutesAhead);
    }
}
