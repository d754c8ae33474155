package org.secondperiod.kit.orders;

import java.util.List;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Tombstones for a student in the compacted topics that a service writes; each service that writes any has one. */
public interface StudentTombstones {

    /** What removes this student from them. */
    List<OutgoingEvent> of(String studentId);
}
