package org.secondperiod.reporting.visibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.input.Calendars;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Turns what a request asks for into what its bearer may see. */
@ApplicationScoped
public class VisibilityService {

    private static final String[] READERS_OF_STUDENTS = {"caller", "attendance-lead", "principal", "reports:read"};
    private static final String[] READERS_OF_NUMBERS = {
        "attendance-lead", "principal", "district-analyst", "admin", "reports:read"
    };

    private static final int DAYS = 30;

    private static final String[] LEADS = {"attendance-lead", "principal"};
    private static final String[] READERS_OF_SCHOOLS = {"attendance-lead", "principal", "reports:read"};

    private final Access access;
    private final Clock clock;
    private final Policy policy;

    VisibilityService(Access access, Clock clock, PolicyService policy) {
        this.access = access;
        this.clock = clock;
        this.policy = policy.policy();
    }

    /** Where the bearer may read of single students; who may nowhere is refused. */
    public Where asReaderOfStudents() {
        return access.as(READERS_OF_STUDENTS);
    }

    /** Where the bearer may read of single students, which may be nowhere. */
    public Schools readsOfStudentsAt() {
        return access.where(READERS_OF_STUDENTS);
    }

    /** Where the bearer leads or answers for a school; who does so nowhere is refused. */
    public Where asLead() {
        return access.as(LEADS);
    }

    /** Where the bearer leads or answers for a school, which may be nowhere. */
    public Schools leadsOrAnswersAt() {
        return access.where(LEADS);
    }

    /** Where the bearer leads callers, which may be nowhere. */
    public Schools leadsAt() {
        return access.where("attendance-lead");
    }

    /** Where the bearer may read numbers of any size, and of any day; who may nowhere is refused. */
    public Where asReaderOfSchools() {
        return access.as(READERS_OF_SCHOOLS);
    }

    /** Where the bearer may read how many; who may nowhere is refused. */
    public Where asReaderOfNumbers() {
        return access.as(READERS_OF_NUMBERS);
    }

    /** Of the schools where the bearer may, those asked for, each of which must be one of them; all of them if none is. */
    public static Schools scope(Where where, @Nullable List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return where.schools();
        }
        asked.forEach(where::at);
        return new Schools(false, Set.copyOf(asked));
    }

    /** These schools by their ids, in order; the whole district is a problem: lists of students are of single schools. */
    public static List<String> single(Schools of) {
        if (of.all()) {
            throw Problems.field("school", "must be given: lists are of single schools");
        }
        return of.ids().stream().sorted().toList();
    }

    /** The date asked for; the district's today if none is. */
    public LocalDate date(String field, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return LocalDate.ofInstant(Times.now(clock), policy.zone());
        }
        return Calendars.date(field, asked);
    }

    /** As it was known at the end of which date; none: as it is known now. */
    public @Nullable LocalDate knownOn(@Nullable String asked) {
        return asked == null ? null : date("knownOn", asked);
    }

    /** From which date to which. */
    public record Dates(LocalDate from, LocalDate to) {}

    /** The dates asked for; the last 30 days, where none is. */
    public Dates dates(@Nullable String from, @Nullable String to) {
        LocalDate last = date("to", to);
        LocalDate first = from == null || from.isBlank() ? last.minusDays(DAYS) : date("from", from);
        if (first.isAfter(last) || first.isBefore(last.minusYears(1))) {
            throw Problems.field("from", "must be a date of the year up to 'to', and not after it");
        }
        return new Dates(first, last);
    }

    /** The id, which must look like one. */
    public static String id(String field, @Nullable String value) {
        if (value == null || !Ids.isId(value)) {
            throw Problems.field(field, "must be given: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
        return value;
    }
}
