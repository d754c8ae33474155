package org.secondperiod.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;

/** Asks for the summaries until they have stood still for a while, are as they must be, and nothing is left that could change them. */
final class Settling {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int STILL_FOR_LOOKS = 4;
    private static final int SCHOOLS_PER_REQUEST = 50;
    private static final int QUIET_MINUTES = 3;

    private final Api api;
    private final List<SchoolFigures> schools;
    private final BooleanSupplier caughtUp;
    private final ProgressListener progress;

    Settling(Api api, List<SchoolFigures> schools, BooleanSupplier caughtUp, ProgressListener progress) {
        this.api = api;
        this.schools = schools;
        this.caughtUp = caughtUp;
        this.progress = progress;
    }

    /**
     * The last comparison: settled, or as it stands when nothing has come of it for minutes.
     *
     * @param what is shown meanwhile
     * @param complete what must be so at every school
     */
    List<Comparison> await(String what, Predicate<Comparison> complete) {
        progress.waits(what, schools.size());
        List<Comparison> last = List.of();
        long lastChange = System.nanoTime();
        long told = 0;
        int still = 0;
        while (still < STILL_FOR_LOOKS
                && System.nanoTime() - lastChange
                        < Duration.ofMinutes(QUIET_MINUTES).toNanos()) {
            List<Comparison> now = look();
            long through = now.stream().filter(complete).count();
            progress.advanced(through - told, 0);
            told = through;
            if (!now.equals(last)) {
                lastChange = System.nanoTime();
                still = 0;
            } else if (through == schools.size()) {
                still = caughtUp.getAsBoolean() ? still + 1 : 0;
            }
            last = now;
            pause();
        }
        progress.ended();
        return last;
    }

    private List<Comparison> look() {
        Map<String, JsonNode> summaries = new HashMap<>();
        for (int from = 0; from < schools.size(); from += SCHOOLS_PER_REQUEST) {
            String query = schools.subList(from, Math.min(from + SCHOOLS_PER_REQUEST, schools.size())).stream()
                    .map(school -> "school=" + school.schoolId())
                    .collect(Collectors.joining(
                            "&", "?", "&day=" + schools.getFirst().day()));
            for (JsonNode item :
                    api.get(Part.OUTREACH, "/v1/whereabouts/summary" + query).path("items")) {
                summaries.put(item.path("schoolId").asText(), item);
            }
        }
        List<Comparison> compared = new ArrayList<>();
        for (SchoolFigures school : schools) {
            JsonNode summary = summaries.getOrDefault(school.schoolId(), Json.missing());
            compared.add(Comparison.of(school, summary));
        }
        return compared;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted.", e);
        }
    }
}
