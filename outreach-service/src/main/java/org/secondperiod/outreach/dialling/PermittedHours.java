package org.secondperiod.outreach.dialling;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * From when until when families are called, by the clock where they live.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record PermittedHours(LocalTime from, LocalTime until) {

    public PermittedHours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("permitted hours begin before they end, on one day");
        }
    }

    /** Whether it is one of them. */
    public boolean holdAt(Instant now, ZoneId zone) {
        LocalTime local = LocalTime.ofInstant(now, zone);
        return !local.isBefore(from) && local.isBefore(until);
    }

    /** When they begin next; now where they hold. */
    public Instant nextFrom(Instant now, ZoneId zone) {
        if (holdAt(now, zone)) {
            return now;
        }
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime today = local.toLocalDate().atTime(from).atZone(zone);
        return (local.isBefore(today)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(from).atZone(zone))
                .toInstant();
    }
}
