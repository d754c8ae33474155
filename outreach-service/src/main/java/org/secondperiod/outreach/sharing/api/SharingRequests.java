package org.secondperiod.outreach.sharing.api;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.scripts.Scripts;
import org.secondperiod.outreach.sharing.SharingProblems;
import org.secondperiod.outreach.sharing.ToShare.Caller;
import org.secondperiod.outreach.visibility.VisibilityService;

/** What leads ask about sharing out. */
final class SharingRequests {

    private static final int MOST_CALLERS = 50;
    private static final int MOST_CALLS = 1000;
    private static final int LONGEST = 200;

    private SharingRequests() {}

    /** Who calls today. */
    @Schema(name = "SharingCaller", requiredProperties = "subject")
    record Who(
            @Schema(description = "As the identity provider names them", examples = "rivera", maxLength = LONGEST)
            @Nullable
            String subject,

            @Schema(
                    description =
                            "In which languages they call today (BCP 47); left out, those that they have said they speak",
                    examples = "[\"es\"]")
            @Nullable
            List<String> languages) {}

    /** Among whom calls are shared out. */
    @Schema(
            name = "SharingQuestion",
            requiredProperties = {"schoolId", "schoolDay", "callers"})
    record Question(
            @Schema(examples = "11X265") @Nullable String schoolId,
            @Schema(examples = "2026-10-14") @Nullable LocalDate schoolDay,

            @Schema(minItems = 1, maxItems = MOST_CALLERS) @Nullable
            List<Who> callers) {

        SchoolOnDay of() {
            new Given()
                    .field("schoolId", schoolId)
                    .field("schoolDay", schoolDay)
                    .field("callers", callers)
                    .orRefuse();
            return on(schoolId, schoolDay);
        }

        /** Among whom. @param stated of people, what they have said that they speak */
        List<Caller> among(Function<List<String>, Map<String, Set<String>>> stated) {
            List<Who> all = Objects.requireNonNull(callers);
            if (all.isEmpty() || all.size() > MOST_CALLERS || all.stream().anyMatch(Objects::isNull)) {
                throw Problems.field("callers", "names 1 to " + MOST_CALLERS + " people");
            }
            Map<String, Set<String>> spoken = stated.apply(all.stream()
                    .filter(who -> who.languages() == null)
                    .map(who -> subject("callers", who.subject()))
                    .toList());
            List<Caller> among = all.stream()
                    .map(who -> caller(subject("callers", who.subject()), who.languages(), spoken))
                    .toList();
            if (among.stream().map(Caller::subject).distinct().count() < among.size()) {
                throw Problems.field("callers", "names somebody twice");
            }
            return among;
        }
    }

    /** A call and its caller. */
    @Schema(name = "Assignment", requiredProperties = "taskId")
    record Assignment(
            @Nullable String taskId,

            @Schema(description = "None: anybody again", maxLength = LONGEST) @Nullable
            String caller) {}

    /** Calls to be shared out. */
    @Schema(
            name = "Assignments",
            requiredProperties = {"schoolId", "schoolDay", "assignments"})
    record Assignments(
            @Schema(examples = "11X265") @Nullable String schoolId,
            @Schema(examples = "2026-10-14") @Nullable LocalDate schoolDay,

            @Schema(minItems = 1, maxItems = MOST_CALLS) @Nullable
            List<Assignment> assignments) {

        SchoolOnDay of() {
            new Given()
                    .field("schoolId", schoolId)
                    .field("schoolDay", schoolDay)
                    .field("assignments", assignments)
                    .orRefuse();
            return on(schoolId, schoolDay);
        }

        Map<String, @Nullable String> callers() {
            List<Assignment> all = Objects.requireNonNull(assignments);
            if (all.isEmpty() || all.size() > MOST_CALLS || all.stream().anyMatch(Objects::isNull)) {
                throw Problems.field("assignments", "names 1 to " + MOST_CALLS + " call tasks");
            }
            Map<String, @Nullable String> callers = new HashMap<>();
            all.forEach(each -> callers.put(
                    VisibilityService.id("taskId", each.taskId()),
                    each.caller() == null ? null : subject("caller", each.caller())));
            if (callers.size() < all.size()) {
                throw SharingProblems.notToBeShared();
            }
            return callers;
        }
    }

    /** Somebody goes home. */
    @Schema(
            name = "TakeOver",
            requiredProperties = {"schoolId", "schoolDay", "from"})
    record TakeOver(
            @Schema(examples = "11X265") @Nullable String schoolId,
            @Schema(examples = "2026-10-14") @Nullable LocalDate schoolDay,

            @Schema(description = "Whose calls", examples = "rivera", maxLength = LONGEST) @Nullable
            String from,

            @Schema(description = "Whose from now on; none: anybody's", examples = "chen", maxLength = LONGEST)
            @Nullable
            String to,

            @Schema(
                    type = SchemaType.ARRAY,
                    implementation = String.class,
                    description =
                            "The call tasks that you have seen to be theirs, shared out or in their hands: if others"
                                    + " are theirs by now, nothing changes hands (412). None: whatever is theirs",
                    maxItems = MOST_CALLS)
            @Nullable
            List<String> seen) {

        SchoolOnDay of() {
            new Given()
                    .field("schoolId", schoolId)
                    .field("schoolDay", schoolDay)
                    .field("from", from)
                    .orRefuse();
            return on(schoolId, schoolDay);
        }

        String whose() {
            return subject("from", from);
        }

        @Nullable
        String whoseNow() {
            return to == null ? null : subject("to", to);
        }

        @Nullable
        Set<String> calls() {
            if (seen == null) {
                return null;
            }
            if (seen.size() > MOST_CALLS) {
                throw Problems.field("seen", "names at most " + MOST_CALLS + " call tasks");
            }
            return seen.stream().map(id -> VisibilityService.id("seen", id)).collect(toSet());
        }
    }

    private static Caller caller(String subject, @Nullable List<String> languages, Map<String, Set<String>> spoken) {
        return new Caller(
                subject,
                languages == null
                        ? spoken.getOrDefault(subject, Set.of())
                        : languages.stream()
                                .filter(Objects::nonNull)
                                .map(Scripts::primary)
                                .collect(toSet()));
    }

    private static SchoolOnDay on(@Nullable String schoolId, @Nullable LocalDate schoolDay) {
        return new SchoolOnDay(
                new SchoolId(VisibilityService.id("schoolId", schoolId)),
                SchoolDay.of(Objects.requireNonNull(schoolDay)));
    }

    private static String subject(String field, @Nullable String subject) {
        String stripped = subject == null ? "" : subject.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw Problems.field(field, "has 1 to " + LONGEST + " characters");
        }
        return stripped;
    }
}
