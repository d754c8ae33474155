package org.secondperiod.entry.scans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.readers.Reader;
import org.secondperiod.entry.readers.ReaderEvents;
import org.secondperiod.entry.readers.db.ReaderStore;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** The events that scans become: a scan of a known badge, and a sign of life for a reader that read an unknown one. */
@ApplicationScoped
public class ScanEvents {

    private final EventEnvelope envelope;
    private final ReaderStore readers;

    ScanEvents(EventEnvelope envelope, ReaderStore readers) {
        this.envelope = envelope;
        this.readers = readers;
    }

    List<OutgoingEvent> of(Handle tx, List<Taking> takings, ScanPolicy policy, Instant now) {
        List<OutgoingEvent> events = new ArrayList<>(takings.size());
        Map<String, Instant> heard = new HashMap<>();
        for (Taking taking : takings) {
            ScanInput scan = taking.scan();
            switch (taking.finding()) {
                case ScanFinding.Resolved resolved ->
                    events.add(envelope.of(Topics.SCANS, scan(taking, resolved, now)));
                case ScanFinding.UnknownBadge unknown
                when !ScanFinding.isAhead(scan.scannedAt(), policy, now) ->
                    heard.merge(scan.readerId(), scan.scannedAt(), (a, b) -> a.isAfter(b) ? a : b);
                default -> {}
            }
        }
        if (!heard.isEmpty()) {
            Map<String, Reader> known = readers.readers(tx, heard.keySet());
            heard.forEach((readerId, at) -> {
                Reader reader = known.get(readerId);
                if (reader != null) {
                    events.add(envelope.of(Topics.READERS, ReaderEvents.heard(reader, at, now)));
                }
            });
        }
        return events;
    }

    /** The event of a scan that waited and is resolved now. */
    OutgoingEvent of(Scan resolved) {
        return envelope.of(Topics.SCANS, resolved);
    }

    private static Scan scan(Taking taking, ScanFinding.Resolved resolved, Instant now) {
        ScanInput scan = taking.scan();
        return new Scan(
                taking.eventId(),
                scan.eventScanId(),
                resolved.studentId(),
                scan.readerId(),
                resolved.buildingId(),
                scan.scannedAt(),
                scan.direction(),
                scan.sequence(),
                null,
                now);
    }
}
