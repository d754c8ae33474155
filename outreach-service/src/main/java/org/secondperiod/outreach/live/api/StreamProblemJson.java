package org.secondperiod.outreach.live.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.db.StoredJson;

/** Why a stream ends, as a request would be told that is refused for the same. */
record StreamProblemJson(
        @Nullable URI type,
        @Nullable String title,
        int status,
        @Nullable String detail) {

    static String of(HttpProblem problem) {
        return StoredJson.write(new StreamProblemJson(
                problem.getType(), problem.getTitle(), problem.getStatusCode(), problem.getDetail()));
    }
}
