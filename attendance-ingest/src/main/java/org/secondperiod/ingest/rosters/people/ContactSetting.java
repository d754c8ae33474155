package org.secondperiod.ingest.rosters.people;

import org.jspecify.annotations.Nullable;

/**
 * What the side file says of one guardian of one student; stored encrypted.
 *
 * @param consent of a student who is of age; null where there is none, so that nothing is written for it
 */
public record ContactSetting(
        @Nullable String relation,
        @Nullable Integer order,
        @Nullable String restriction,
        @Nullable String language,
        @Nullable String phoneType,
        boolean doNotCall,
        boolean interpreter,
        @Nullable Boolean consent) {

    /** For a guardian of whom the side file says nothing. */
    public static final ContactSetting NONE = new ContactSetting(null, null, null, null, null, false, false, null);
}
