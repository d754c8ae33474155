package org.secondperiod.outreach.join.kafka;

import java.time.ZoneId;
import java.util.List;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.outreach.join.Intake;

/** Opens the service's own reading of events, and with it the collapsing of a batch, to tests that play without a broker. */
public final class EventsRead {

    private EventsRead() {}

    /** What a batch tells, as the service understands it. */
    public static Intake of(List<Received> batch, ZoneId districtZone) {
        IntakeReader reader = new IntakeReader(districtZone);
        batch.forEach(reader::read);
        return reader.intake();
    }
}
