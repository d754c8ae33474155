package org.secondperiod.outreach.numbers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.dialling.FoundContact;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;
import org.secondperiod.outreach.roster.FamilyNumber;

/**
 * A number that staff have found.
 *
 * @param school whose staff
 * @param removedAt when somebody took it out; null while it counts
 * @param version counts its changes
 */
public record FoundNumber(
        String numberId,
        StudentId student,
        SchoolId school,
        Said said,
        String enteredBy,
        Instant enteredAt,
        @Nullable String removedBy,
        @Nullable Instant removedAt,
        long version) {

    /**
     * What was entered, and lies sealed.
     *
     * @param e164 the number
     * @param asGiven as it was written
     * @param whose who answers there, in words
     * @param note how it was found, and what else there is to say
     * @param ofStudent the student answers there; null: somebody else
     */
    public record Said(
            String e164,
            String asGiven,
            String whose,
            @Nullable String language,
            @Nullable String note,
            @Nullable Boolean ofStudent) {

        /** Shows no number, so that none comes into a log by accident. */
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** As somebody to call. */
    public FoundContact asContact() {
        return new FoundContact(
                numberId,
                new FamilyContact(
                        numberId,
                        said.whose(),
                        "",
                        null,
                        Integer.MAX_VALUE,
                        said.language(),
                        false,
                        null,
                        true,
                        Boolean.TRUE.equals(said.ofStudent()) ? Agreement.GIVEN : Agreement.NOT_NEEDED,
                        List.of(new FamilyNumber(said.asGiven(), said.e164(), null, null))));
    }
}
