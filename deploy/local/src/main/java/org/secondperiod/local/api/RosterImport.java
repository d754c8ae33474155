package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.secondperiod.local.stack.Part;

/** Sends a roster and follows its import until it has ended. */
public final class RosterImport {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Api api;

    /** @param api signed in with {@code roster:write} */
    public RosterImport(Api api) {
        this.api = api;
    }

    /**
     * Sends the zip and waits for the end of its import.
     *
     * @param query of the request, e.g. {@code ?dryRun=true}
     * @param progress told the import's state while it runs
     * @return the import as the service describes it: state, counts, errors
     */
    public JsonNode send(Path zip, String query, Consumer<JsonNode> progress) {
        Answer accepted = api.postFile(Part.INGEST, "/v1/rosters" + query, "application/zip", zip);
        String importId = accepted.location()
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElseThrow(
                        () -> new ApiException(accepted.status(), "The roster was taken, but no import was named."));
        JsonNode state = api.get(Part.INGEST, "/v1/imports/" + importId);
        while ("RUNNING".equals(state.path("state").asText())) {
            progress.accept(state);
            pause();
            state = api.get(Part.INGEST, "/v1/imports/" + importId);
        }
        return state;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted while a roster was imported.", e);
        }
    }
}
