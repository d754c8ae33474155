package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "What happened to one student on one school day: what was told, what was concluded by which rule, and what"
                    + " became of the call.",
            "Exit code 1 when there is no such student."
        })
final class ExplainCommand extends Verb {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Set<Integer> NOT_AN_ID = Set.of(400, 404, 422);

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "STUDENT [DAY]",
            description =
                    "an id, which has a digit, or part of a name; and a day, e.g. 2026-10-14 (today, by the stack's clock, if not given)")
    List<String> words = List.of();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "who is asking (default: ${DEFAULT-VALUE}); others see other schools")
    String asking = "okafor";

    @Option(names = "--json", description = "for scripts")
    boolean json;

    @Override
    public Integer call() {
        Asked of = Asked.read(words).orElseThrow(this::notUnderstood);
        Api api = as(asking);
        String student = of.student();
        LocalDate asked = of.day()
                .orElseGet(() ->
                        new ClockFile(layout().clockFile()).now().atZone(ZONE).toLocalDate());
        JsonNode timeline = mayBeAnId(student) ? timeline(api, student, asked) : Json.missing();
        if (timeline.isMissingNode()) {
            JsonNode found = search(api, student);
            if (found.size() != 1) {
                list(found, student);
                return Sp.FOUND_A_FAULT;
            }
            timeline = timeline(api, found.get(0).path("studentId").asText(), asked);
        }
        if (json) {
            console().say(Json.pretty(timeline));
        } else {
            new TimelineText(console(), ZONE).print(timeline);
            otherDays(asked, new StateFolder(layout()).playedDays()).ifPresent(console()::say);
        }
        return 0;
    }

    /** Of which days there is more to tell, where somebody asks for one that was not played. */
    static Optional<String> otherDays(LocalDate asked, List<LocalDate> played) {
        return played.isEmpty() || played.contains(asked)
                ? Optional.empty()
                : Optional.of("%s has not been played here. Played: %s."
                        .formatted(asked, played.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private ParameterException notUnderstood() {
        return new ParameterException(
                spec.commandLine(),
                "Say which student, by id or by two or more letters of the name; and perhaps a day, written like"
                        + " 2026-10-14.");
    }

    /** A name has no digits, and is never part of an address. */
    static boolean mayBeAnId(String student) {
        return student.chars().anyMatch(Character::isDigit);
    }

    /** Missing when nobody has that id. */
    private static JsonNode timeline(Api api, String id, LocalDate day) {
        try {
            return api.get(Part.OUTREACH, "/v1/students/%s/timeline?day=%s".formatted(encoded(id), day));
        } catch (ApiException e) {
            if (NOT_AN_ID.contains(e.status())) {
                return Json.missing();
            }
            throw e;
        }
    }

    private JsonNode search(Api api, String student) {
        try {
            return api.post(Part.OUTREACH, "/v1/students/by-name", Map.of("name", student))
                    .path("items");
        } catch (ApiException e) {
            if (NOT_AN_ID.contains(e.status())) {
                throw notUnderstood();
            }
            throw e;
        }
    }

    private void list(JsonNode found, String student) {
        console()
                .say(
                        found.isEmpty()
                                ? "There is no student \"%s\" that %s may see.".formatted(student, asking)
                                : "Several students are called like that; say which:");
        for (JsonNode one : found) {
            console()
                    .say("  %-12s %s %s, %s"
                            .formatted(
                                    one.path("studentId").asText(),
                                    one.path("student").path("givenName").asText(),
                                    one.path("student").path("familyName").asText(),
                                    one.path("schoolId").asText()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
