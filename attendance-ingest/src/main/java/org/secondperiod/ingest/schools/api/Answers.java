package org.secondperiod.ingest.schools.api;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.secondperiod.ingest.input.IfMatch;
import org.secondperiod.ingest.schools.WholeSchool;

/** Answers about a school carry its version as their entity tag. */
final class Answers {

    private Answers() {}

    static <T> RestResponse<T> of(T body, WholeSchool whole) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, IfMatch.tag(whole.version()))
                .build();
    }
}
