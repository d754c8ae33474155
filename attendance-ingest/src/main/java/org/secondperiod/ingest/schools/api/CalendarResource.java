package org.secondperiod.ingest.schools.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.ingest.schools.CalendarDay;
import org.secondperiod.ingest.schools.SchoolProblems;
import org.secondperiod.ingest.schools.SchoolsService;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.input.Calendars;

/** Calendars: which dates are school days, and of which type. */
@Path("/v1/schools/{schoolId}/calendar")
@Tag(name = "Calendars")
public class CalendarResource {

    private final SchoolsService service;
    private final Access access;

    CalendarResource(SchoolsService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(operationId = "getCalendar", summary = "A school's calendar")
    @APIResponse(responseCode = "200", description = "All dates that it names.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    public RestResponse<CalendarBody> get(@PathParam("schoolId") String schoolId) {
        access.anyhow().at(schoolId);
        var whole = service.get(Paths.schoolId(schoolId));
        return Answers.of(CalendarBody.of(whole.calendar()), whole);
    }

    @PUT
    @Operation(
            operationId = "putCalendar",
            summary = "Replaces a school's calendar",
            description = "Each day type must have a bell schedule by then.")
    @APIResponse(responseCode = "200", description = "The calendar as it is now.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    @APIResponse(responseCode = "412", description = "Somebody changed the school meanwhile.")
    @APIResponse(responseCode = "422", description = "A date is not valid; the problem names it.")
    public RestResponse<CalendarBody> replace(
            @PathParam("schoolId") String schoolId,
            @Nullable CalendarBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        requireWriter(schoolId);
        if (body == null) {
            throw SchoolProblems.missing("days");
        }
        var whole = service.replaceCalendar(Paths.schoolId(schoolId), body.calendar(), ifMatch);
        return Answers.of(CalendarBody.of(whole.calendar()), whole);
    }

    @GET
    @Path("/{date}")
    @NotAudited("it tells how a school is set up, and nothing of any person")
    @Operation(
            operationId = "getCalendarDate",
            summary = "What the calendar says of one date",
            description = "A date it does not name is not a school day.")
    @APIResponse(responseCode = "200", description = "What the calendar says of the date.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    public RestResponse<CalendarDateBody> getDate(
            @PathParam("schoolId") String schoolId, @PathParam("date") String date) {
        access.anyhow().at(schoolId);
        var whole = service.get(Paths.schoolId(schoolId));
        var wanted = date(date);
        var day = whole.calendar().stream()
                .filter(each -> each.date().equals(wanted))
                .findFirst()
                .orElse(new CalendarDay(wanted, null, null));
        return Answers.of(CalendarDateBody.of(day), whole);
    }

    @PUT
    @Path("/{date}")
    @Operation(
            operationId = "putCalendarDate",
            summary = "Changes one date",
            description = "A snow day is one line: {\"dayType\": null, \"note\": \"snow\"}.")
    @APIResponse(responseCode = "200", description = "What the calendar says of the date now.")
    @APIResponse(responseCode = "404", description = "The school is not set up.")
    @APIResponse(responseCode = "412", description = "Somebody changed the school meanwhile.")
    @APIResponse(responseCode = "422", description = "The date or its day type is not valid.")
    public RestResponse<CalendarDateBody> putDate(
            @PathParam("schoolId") String schoolId,
            @PathParam("date") String date,
            @Nullable CalendarDateBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        requireWriter(schoolId);
        if (body == null) {
            throw SchoolProblems.missing("dayType");
        }
        var day = body.day(date(date));
        return Answers.of(CalendarDateBody.of(day), service.putDay(Paths.schoolId(schoolId), day, ifMatch));
    }

    private void requireWriter(String schoolId) {
        access.as("roster:write", "admin").at(schoolId);
    }

    private static LocalDate date(String text) {
        return Calendars.date("date", text);
    }
}
