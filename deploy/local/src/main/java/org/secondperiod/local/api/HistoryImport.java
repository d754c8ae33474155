package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.secondperiod.local.stack.Part;

/** Sends past attendance and follows its import until it has ended. */
public final class HistoryImport {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Api api;

    /** @param api signed in with {@code marks:write} for all schools */
    public HistoryImport(Api api) {
        this.api = api;
    }

    /**
     * Sends the file and waits for the end of its import.
     *
     * @param query of the request, e.g. {@code ?dryRun=true}
     * @param progress told the import's state while it runs
     * @return the import as the service describes it: state, schools, errors
     */
    public JsonNode send(Path csv, String query, Consumer<JsonNode> progress) {
        Answer accepted = api.postFile(Part.INGEST, "/v1/histories" + query, "text/csv", csv);
        String address = "/v1/histories/" + accepted.body().path("historyId").asText();
        JsonNode state = api.get(Part.INGEST, address);
        while ("RUNNING".equals(state.path("state").asText())) {
            progress.accept(state);
            pause();
            state = api.get(Part.INGEST, address);
        }
        return state;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted while past attendance was imported.", e);
        }
    }
}
