package org.secondperiod.entry.readerkeys;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.secondperiod.entry.buildings.DoorSpeaker;
import org.secondperiod.entry.buildings.SchoolLimits;
import org.secondperiod.entry.readers.RefusalCounts;
import org.secondperiod.entry.readers.RefusalReason;
import org.secondperiod.kit.identity.Access;

/** Who speaks for doors in this request: a reader that signed it, or a credential that may send scans. */
@RequestScoped
public class Speakers {

    private static final SchoolLimits ITS_OWN = new SchoolLimits(true, Set.of());

    private final SecurityIdentity identity;
    private final Access access;
    private final RefusalCounts refusals;

    Speakers(SecurityIdentity identity, Access access, RefusalCounts refusals) {
        this.identity = identity;
        this.access = access;
        this.refusals = refusals;
    }

    /** The speaker; who may speak for no door is refused (403). */
    public DoorSpeaker required() {
        if (identity.getPrincipal() instanceof ReaderPrincipal reader) {
            return new DoorSpeaker(reader.getName(), ITS_OWN, reader.readerId());
        }
        return new DoorSpeaker(access.subject(), SchoolLimits.of(access.as("scans:write", "admin")), null);
    }

    /** Refuses (403) a reader that speaks for another one. */
    public void require(DoorSpeaker speaker, String readerId) {
        if (speaker.onlyReader() != null && !speaker.speaksFor(readerId)) {
            refusals.add(speaker.onlyReader(), RefusalReason.OTHER_READER);
            throw ReaderKeyProblems.otherReader();
        }
    }
}
