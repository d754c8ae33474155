package org.secondperiod.outreach.attempts.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.NewCall;
import org.secondperiod.outreach.attempts.NewCall.About;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.visibility.StaffService;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Reads conversations to be logged: about whom they may be, and what was said. */
@ApplicationScoped
class ConversationReader {

    private static final int MOST_DAYS_AGO = 7;

    private final CallReader calls;
    private final StaffService staff;
    private final ErasedStudents erased;
    private final ConcernStore concerns;
    private final ZoneId districtZone;

    ConversationReader(
            CallReader calls,
            StaffService staff,
            ErasedStudents erased,
            ConcernStore concerns,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.calls = calls;
        this.staff = staff;
        this.erased = erased;
        this.concerns = concerns;
        this.districtZone = districtZone;
    }

    /** About whom, on which day, and when it began. */
    record Place(StudentAtSchool of, Instant startedAt) {}

    /** At which school; who may not there is refused. */
    static SchoolId school(Where where, ConversationRequest request) {
        new Given()
                .field("schoolId", request.schoolId())
                .field("how", request.how())
                .field("with", request.with())
                .orRefuse();
        SchoolId school = new SchoolId(VisibilityService.id("schoolId", request.schoolId()));
        where.at(school.value());
        return school;
    }

    Place place(Handle tx, StudentId student, SchoolId school, ConversationRequest request, Instant now) {
        Instant given = CallFields.instant(request.startedAt());
        Instant at = given == null ? now : given;
        SchoolDay day = SchoolDay.of(LocalDate.ofInstant(at, districtZone));
        if (day.date().isBefore(LocalDate.ofInstant(now, districtZone).minusDays(MOST_DAYS_AGO))) {
            throw Problems.field("startedAt", "is more than " + MOST_DAYS_AGO + " days ago");
        }
        StudentAtSchool of = new StudentAtSchool(student, school, day);
        if (erased.contains(student.value()) || !concerns.isStudentOf(tx, of)) {
            throw Problems.notFound("There is no such student at this school on that day.");
        }
        DayPlan plan = calls.plan(tx, of.schoolOnDay());
        return new Place(of, CallReader.startedAt("startedAt", at, plan, now));
    }

    NewCall call(Where where, Place place, ConversationRequest request) {
        SchoolId school = place.of().school();
        Note note = CallFields.note("", request.note(), request.restricted());
        if (note == null && request.result() == null) {
            throw Problems.field("note", "must be given where nothing else is said");
        }
        var outcome = Objects.requireNonNull(request.with()).outcome();
        String calledBy = calls.caller(school, request.calledBy());
        return new NewCall(
                Channel.valueOf(Objects.requireNonNull(request.how()).name()),
                CallReader.contact(request.contactId()),
                calls.number(request.number()),
                calledBy,
                calls.worksAt(calledBy),
                place.startedAt(),
                null,
                VisibilityService.scope(where, null),
                List.of(new About(
                        place.of(),
                        null,
                        "",
                        request.said(outcome, staff.of(school, "owner", request.owner())),
                        note,
                        calls.promises(school, request.promises(), calledBy))));
    }
}
