package org.secondperiod.outreach.visibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.input.Calendars;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;

/** Turns what a request asks for into what its bearer may see. */
@ApplicationScoped
public class VisibilityService {

    /** Who calls, and so may know what a student is called. */
    private static final List<String> KNOW_NAMES = List.of("caller", "attendance-lead", "principal");

    private static final int LONGEST_PAGE = 1000;

    private final Access access;
    private final Clock clock;
    private final ZoneId districtZone;

    VisibilityService(
            Access access, Clock clock, @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.access = access;
        this.clock = clock;
        this.districtZone = districtZone;
    }

    /** Refuses who may not read whereabouts and tasks. */
    public void requireReader() {
        access.require("caller", "attendance-lead", "principal", "district-analyst", "admin", "outreach:read");
    }

    /** Refuses who may not read the facts of a single student. */
    public void requireReaderOfStudents() {
        access.require("caller", "attendance-lead", "principal", "outreach:read");
    }

    /** Refuses who does not call families. */
    public void requireCaller() {
        access.require("caller", "attendance-lead", "principal");
    }

    /** Refuses who does not lead the callers. */
    public void requireLead() {
        access.require("attendance-lead", "principal");
    }

    /** Whether the bearer leads the callers. */
    public boolean leads() {
        return access.has("attendance-lead") || access.has("principal");
    }

    /** Refuses who may not enter what was seen. */
    public void requireWitness() {
        access.require("caller", "attendance-lead", "principal", "outreach:write");
    }

    /** Whether the bearer may know names of students. */
    public boolean knowsNames() {
        return KNOW_NAMES.stream().anyMatch(access::has);
    }

    /** Whether the bearer may see a school. */
    public boolean maySee(String school) {
        return access.maySee(school);
    }

    /** Refuses who may not see a school. */
    public void requireSchool(String school) {
        access.requireSchool(school);
    }

    /** Who it is. */
    public String subject() {
        return access.subject();
    }

    /** The schools asked for, each of which the bearer must be allowed to see; all of the bearer's if none is. */
    public SchoolScope schools(@Nullable List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return access.allSchools() ? SchoolScope.ALL : SchoolScope.of(access.schools());
        }
        asked.forEach(access::requireSchool);
        return SchoolScope.of(asked);
    }

    /** The day asked for; the district's today if none is. */
    public SchoolDay day(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return SchoolDay.of(LocalDate.ofInstant(Times.now(clock), districtZone));
        }
        return SchoolDay.of(Calendars.date("day", asked));
    }

    /** The length of page asked for, within what is served. */
    public int limit(@Nullable Integer asked, int usual) {
        if (asked == null) {
            return usual;
        }
        if (asked < 1 || asked > LONGEST_PAGE) {
            throw Problems.field("limit", "must be from 1 to " + LONGEST_PAGE);
        }
        return asked;
    }

    /** The names asked for, each of which must be one of {@code known}. */
    public static <E extends Enum<E>> List<String> names(String field, @Nullable List<String> asked, Class<E> known) {
        List<String> names = Stream.of(known.getEnumConstants()).map(Enum::name).toList();
        List<String> given = asked == null ? List.of() : asked;
        if (!names.containsAll(given)) {
            throw Problems.field(field, "must be one of " + String.join(", ", names));
        }
        return given;
    }

    /** The id, which must look like one. */
    public static String id(String field, @Nullable String value) {
        if (value == null || !Ids.isId(value)) {
            throw Problems.field(field, "must be given: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
        return value;
    }
}
