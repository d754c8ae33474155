package org.secondperiod.ingest.rosters.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.PersonChanged.Phone;

/** What we keep of a user that may only be stored encrypted. */
public record PersonDetails(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        List<Phone> phones) {}
