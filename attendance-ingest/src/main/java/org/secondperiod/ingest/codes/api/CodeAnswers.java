package org.secondperiod.ingest.codes.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.CodesProblems;
import org.secondperiod.ingest.codes.CodesService.CodeSet;
import org.secondperiod.ingest.codes.MappedCode;
import org.secondperiod.ingest.input.IfMatch;

/** Reads and shows sets of codes; their version is their entity tag. */
final class CodeAnswers {

    private CodeAnswers() {}

    static List<MappedCode> codes(@Nullable CodesBody body) {
        if (body == null || body.codes() == null || body.codes().stream().anyMatch(Objects::isNull)) {
            throw CodesProblems.noCodes();
        }
        return body.mapped();
    }

    static RestResponse<CodesBody> of(CodeSet set) {
        return RestResponse.ResponseBuilder.ok(CodesBody.of(set.codes()))
                .header(HttpHeaders.ETAG, IfMatch.tag(set.version()))
                .build();
    }
}
