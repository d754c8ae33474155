package org.secondperiod.ingest.schools;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A school's settings.
 *
 * @param zone its own time zone
 * @param buildings ids of the buildings where its students may enter; several schools may share one
 * @param triggerPeriod the period whose absence mark starts outreach
 * @param graceMinutes from the trigger period's end to the cut-off
 * @param lateLimitMinutes from the trigger period's start to the late limit
 * @param sendsAttendanceTaken whether its student information system says when attendance was submitted
 * @param massAbsencePercent over which share marked absent its tasks are held
 * @param holdMinutes how long a hold may stay undecided
 * @param principal the principal's subject at the identity provider, where known
 */
public record School(
        SchoolId id,
        String name,
        ZoneId zone,
        List<String> buildings,
        String triggerPeriod,
        int graceMinutes,
        int lateLimitMinutes,
        boolean sendsAttendanceTaken,
        int massAbsencePercent,
        int holdMinutes,
        @Nullable String principal) {}
