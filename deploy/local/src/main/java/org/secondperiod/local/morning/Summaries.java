package org.secondperiod.local.morning;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Part;

/** The counts of a school day, as outreach tells them. */
final class Summaries {

    private static final Duration LOOK_EVERY = Duration.ofMillis(700);

    private static final Duration ROSTER_LIMIT = Duration.ofMinutes(2);

    private static final Duration FIRST_DECISIONS_LIMIT = Duration.ofSeconds(30);

    private final Api api;
    private final String path;

    Summaries(Api api, LocalDate day) {
        this.api = api;
        this.path = School.ALL.stream()
                .map(school -> "school=" + school.id())
                .collect(Collectors.joining("&", "/v1/whereabouts/summary?", "&day=" + day));
    }

    /** All schools' counts by school id; a school that outreach knows nothing of yet is missing. */
    Map<String, Counts> all() {
        Map<String, Counts> all = new HashMap<>();
        for (JsonNode item : api.get(Part.OUTREACH, path).path("items")) {
            all.put(item.path("schoolId").asText(), Counts.from(item));
        }
        return all;
    }

    /**
     * Waits until outreach knows all students of all schools.
     *
     * @throws ApiException when it does not within two minutes
     */
    void awaitEnrolled() {
        long giveUpAt = System.nanoTime() + ROSTER_LIMIT.toNanos();
        while (!School.ALL.stream().allMatch(this::enrolled)) {
            if (System.nanoTime() > giveUpAt) {
                throw new ApiException(
                        0,
                        "The roster has not reached outreach-service within two minutes. See ./sp logs"
                                + " outreach-service");
            }
            pause();
        }
    }

    /** Waits until there is a first conclusion on everybody, so that the first counts are whole; half a minute at most. */
    void awaitDecided() {
        long giveUpAt = System.nanoTime() + FIRST_DECISIONS_LIMIT.toNanos();
        while (!School.ALL.stream().allMatch(this::decided) && System.nanoTime() < giveUpAt) {
            pause();
        }
    }

    private boolean decided(School school) {
        return all().getOrDefault(school.id(), Counts.NONE).decided() >= school.size();
    }

    private boolean enrolled(School school) {
        return all().getOrDefault(school.id(), Counts.NONE).enrolled() == school.size();
    }

    /** A school's counts once they have stopped moving, or as they are after a few seconds. */
    Counts settled(School school) {
        Counts last = Counts.NONE;
        for (int looks = 0; looks < 10; looks++) {
            pause();
            Counts now = all().getOrDefault(school.id(), Counts.NONE);
            if (now.equals(last) && now.enrolled() > 0) {
                return now;
            }
            last = now;
        }
        return last;
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
