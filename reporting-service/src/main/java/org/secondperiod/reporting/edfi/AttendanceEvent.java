package org.secondperiod.reporting.edfi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A student's day that was no whole day of presence in time, as a resource {@code studentSchoolAttendanceEvents} of the Ed-Fi data
 * standard. Its first five properties are its key there: a day that is corrected is another resource.
 *
 * @param eventDuration in days; none: of a late student nobody knows
 */
@Schema(name = "StudentSchoolAttendanceEvent")
public record AttendanceEvent(
        String attendanceEventCategoryDescriptor,
        LocalDate eventDate,
        SchoolReference schoolReference,
        SessionReference sessionReference,
        StudentReference studentReference,

        @Schema(description = "The coded reason of the mark") @Nullable
        String attendanceEventReason,

        @Schema(description = "In days; not there: nobody knows") @Nullable
        BigDecimal eventDuration) {

    /** @param schoolId none: nobody has said how the school is called there */
    @Schema(name = "EdFiSchoolReference")
    public record SchoolReference(
            @Schema(description = "Not there: nobody has said how the school is called there") @Nullable
            Long schoolId) {}

    /**
     * The session of the date.
     *
     * @param schoolYear the calendar year in which the school year ends
     * @param sessionName none: nobody has said which session the date is in
     */
    @Schema(name = "EdFiSessionReference")
    public record SessionReference(
            @Nullable Long schoolId,

            @Schema(description = "The calendar year in which the school year ends")
            int schoolYear,

            @Schema(description = "Not there: nobody has said which session the date is in") @Nullable
            String sessionName) {}

    /** The student, as the roster names them. */
    @Schema(name = "EdFiStudentReference")
    public record StudentReference(String studentUniqueId) {}
}
