package org.secondperiod.ingest.rosters.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.PersonChanged.Phone;

/**
 * What we keep of a user that may only be stored encrypted.
 *
 * @param ofAge the rights are the student's own; null where the roster does not say so, so that nothing is written for it
 */
public record PersonDetails(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        List<Phone> phones,
        @Nullable Boolean ofAge) {}
