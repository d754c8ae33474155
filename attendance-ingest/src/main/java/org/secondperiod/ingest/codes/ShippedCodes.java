package org.secondperiod.ingest.codes;

import static org.secondperiod.events.AttendanceCategory.EXCUSED_ABSENCE;
import static org.secondperiod.events.AttendanceCategory.IN_ATTENDANCE;
import static org.secondperiod.events.AttendanceCategory.PRESENT;
import static org.secondperiod.events.AttendanceCategory.TARDY;
import static org.secondperiod.events.AttendanceCategory.UNEXCUSED_ABSENCE;

import java.util.List;

/** The codes that mean the same nearly everywhere. A blank code is not among them: to some it means present, to some nothing. */
final class ShippedCodes {

    static final List<MappedCode> ALL = List.of(
            new MappedCode("A", UNEXCUSED_ABSENCE, null),
            new MappedCode("ABS", UNEXCUSED_ABSENCE, null),
            new MappedCode("U", UNEXCUSED_ABSENCE, null),
            new MappedCode("E", EXCUSED_ABSENCE, null),
            new MappedCode("EXC", EXCUSED_ABSENCE, null),
            new MappedCode("P", PRESENT, null),
            new MappedCode("I", IN_ATTENDANCE, null),
            new MappedCode("T", TARDY, null),
            new MappedCode("L", TARDY, null));

    private ShippedCodes() {}
}
