package org.secondperiod.outreach.visibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.input.Calendars;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;

/** Turns what a request asks for into what its bearer may see. */
@ApplicationScoped
public class VisibilityService {

    private static final String[] READERS_OF_NUMBERS = {
        "caller", "attendance-lead", "principal", "district-analyst", "admin", "outreach:read"
    };
    private static final String[] READERS = {"caller", "attendance-lead", "principal", "outreach:read"};
    private static final String[] CALLERS = {"caller", "attendance-lead", "principal"};
    private static final String[] LEADS = {"attendance-lead", "principal"};
    private static final String[] WITNESSES = {"caller", "attendance-lead", "principal", "outreach:write"};

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

    /** Where the bearer may read how many; who may nowhere is refused. */
    public Where asReaderOfNumbers() {
        return access.as(READERS_OF_NUMBERS);
    }

    /**
     * Where the bearer may read of single students, which tells more than numbers also where it tells no name; who may nowhere is
     * refused.
     */
    public Where asReader() {
        return access.as(READERS);
    }

    /** Where the bearer may read of single students, which may be nowhere. */
    public Schools readsAt() {
        return access.where(READERS);
    }

    /** The same from now on, asked anew each time, for what stays open after the request. */
    public Supplier<Schools> asReaderFromNowOn() {
        return access.whereFromNowOn(READERS);
    }

    /** Where the bearer calls families; who does nowhere is refused. */
    public Where asCaller() {
        return access.as(CALLERS);
    }

    /** Where the bearer leads the callers; who does nowhere is refused. */
    public Where asLead() {
        return access.as(LEADS);
    }

    /** Where the bearer leads the callers, which may be nowhere. */
    public Schools leadsAt() {
        return access.where(LEADS);
    }

    /** Where the bearer may enter what was seen; who may nowhere is refused. */
    public Where asWitness() {
        return access.as(WITNESSES);
    }

    /** Where the bearer calls families, and so may know what students are called; it may be nowhere. */
    public Schools knowsNamesAt() {
        return access.where(CALLERS);
    }

    /** Where the bearer may read notes that are restricted, which may be nowhere. */
    public Schools readsRestrictedNotesAt() {
        return access.withRight(Grant.RESTRICTED_NOTES, CALLERS);
    }

    /** Who it is. */
    public String subject() {
        return access.subject();
    }

    /** Of the schools where the bearer may, those asked for, each of which must be one of them; all of them if none is. */
    public static SchoolScope scope(Where where, @Nullable List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return SchoolScope.of(where.schools());
        }
        asked.forEach(where::at);
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

    /** The names of what is asked for; of nothing if nothing is. */
    public static List<String> names(@Nullable List<? extends Enum<?>> asked) {
        return asked == null ? List.of() : asked.stream().map(Enum::name).toList();
    }

    /** The id, which must look like one. */
    public static String id(String field, @Nullable String value) {
        if (value == null || !Ids.isId(value)) {
            throw Problems.field(field, "must be given: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
        return value;
    }
}
