package org.secondperiod.reporting.edfi;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A school's attendance in some days, as events. Days of presence in time have none: the standard's formula takes a day without an
 * event for a day of attendance.
 *
 * @param asOf the last day of these that counts; none: no day does. A day after it is no day of attendance, and none of absence
 * @param notSubmitted days of school between that the school has not submitted, and that say nothing
 */
@Schema(name = "EdFiAttendanceExtract")
public record Extract(
        @Schema(description = "The school's id here") String schoolId,
        LocalDate from,
        LocalDate to,

        @Schema(description = "The last day of these that counts; not there: no day does") @Nullable
        LocalDate asOf,

        @Schema(description = "Days of school between that were not submitted, and say nothing")
        List<LocalDate> notSubmitted,

        @Schema(description = "Each is a body for studentSchoolAttendanceEvents")
        List<AttendanceEvent> events) {}
