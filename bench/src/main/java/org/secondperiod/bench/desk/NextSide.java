package org.secondperiod.bench.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.secondperiod.bench.desk.Bursts.Asker;
import org.secondperiod.bench.measure.TimedSide;
import org.secondperiod.local.api.Json;

/** Callers who ask for the next family in the same instant, through the desk, and reach nobody. A round is a morning's list. */
final class NextSide implements TimedSide {

    static final int EVERY_MILLIS = 500;

    private static final int OK = 200;
    private static final int NOBODY = 204;
    private static final Runnable NOTHING = () -> {};

    private final Mornings mornings;
    private final BenchSchool school;
    private final List<DeskSession> callers;
    private final Given given = new Given();

    NextSide(Mornings mornings, BenchSchool school, List<DeskSession> callers) {
        this.mornings = mornings;
        this.school = school;
        this.callers = callers;
    }

    /** How often each of so many asks until so many tasks are given. */
    static int bursts(int tasks, int callers) {
        return Math.max(1, tasks / callers);
    }

    @Override
    public String name() {
        return "next family";
    }

    @Override
    public void prepare() {
        mornings.open();
        given.begin();
    }

    @Override
    public Histogram work() {
        List<Asker> askers =
                callers.stream().<Asker>map(caller -> () -> ask(caller)).toList();
        return Bursts.run(askers, bursts(school.absent(), callers.size()), EVERY_MILLIS);
    }

    private Runnable ask(DeskSession caller) {
        Optional<String> task = next(caller);
        return task.<Runnable>map(id -> () -> nobodyAnswers(caller, id)).orElse(NOTHING);
    }

    private Optional<String> next(DeskSession caller) {
        HttpResponse<String> answer =
                caller.post("/api/outreach/v1/call-tasks/next", Map.of("schools", List.of(school.id())));
        if (answer.statusCode() == NOBODY) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("next answered " + answer.statusCode() + ": " + answer.body());
        }
        String taskId = Json.read(answer.body(), JsonNode.class).path("taskId").asText();
        given.add(taskId);
        return Optional.of(taskId);
    }

    private static void nobodyAnswers(DeskSession caller, String taskId) {
        HttpResponse<String> answer =
                caller.post("/api/outreach/v1/call-tasks/" + taskId + "/attempts", Map.of("outcome", "NO_ANSWER"));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("An attempt was answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** One caller takes what is left, so that every family was somebody's. */
    @Override
    public void check() {
        DeskSession last = callers.getFirst();
        Optional<String> task = next(last);
        while (task.isPresent()) {
            nobodyAnswers(last, task.get());
            task = next(last);
        }
        if (given.count() != school.absent()) {
            throw new IllegalStateException(
                    "%,d of %,d families were given to a caller".formatted(given.count(), school.absent()));
        }
    }

    @Override
    public List<String> faults() {
        return given.faults(name());
    }
}
