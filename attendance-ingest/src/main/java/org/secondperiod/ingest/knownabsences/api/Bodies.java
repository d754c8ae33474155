package org.secondperiod.ingest.knownabsences.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.secondperiod.ingest.input.IfMatch;
import org.secondperiod.ingest.knownabsences.Declared;
import org.secondperiod.ingest.knownabsences.Span;

/** Shows known absences. */
final class Bodies {

    private Bodies() {}

    static RestResponse<KnownAbsenceBody> answer(Declared absence, boolean withDetail) {
        long version = absence.version() == null ? 0 : absence.version();
        var school = absence.school();
        var body = new KnownAbsenceBody(
                absence.absenceId(),
                absence.student().value(),
                school == null ? null : school.value(),
                absence.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                from(absence.span()),
                to(absence.span()),
                withDetail ? absence.detail() : null,
                version,
                absence.deleted());
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, IfMatch.tag(version))
                .build();
    }

    private static String from(Span span) {
        return switch (span) {
            case Span.Days days -> days.from().toString();
            case Span.Hours hours -> hours.from().toString();
        };
    }

    private static String to(Span span) {
        return switch (span) {
            case Span.Days days -> days.to().toString();
            case Span.Hours hours -> hours.to().toString();
        };
    }
}
