package org.secondperiod.reporting.edfi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.ReportingConfig;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.MarkOfDay;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Strip;
import org.secondperiod.reporting.edfi.AttendanceEvent.SchoolReference;
import org.secondperiod.reporting.edfi.AttendanceEvent.SessionReference;
import org.secondperiod.reporting.edfi.AttendanceEvent.StudentReference;
import org.secondperiod.reporting.edfi.db.EdFiStore;
import org.secondperiod.reporting.edfi.db.EdFiStore.DayMark;
import org.secondperiod.reporting.edfi.db.EdFiStore.Row;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolsService;

/** Says a school's attendance in the terms of the Ed-Fi data standard. */
@ApplicationScoped
public class EdFiService {

    private static final Comparator<AttendanceEvent> ORDER = Comparator.comparing(AttendanceEvent::eventDate)
            .thenComparing(event -> event.studentReference().studentUniqueId());

    private final EdFiStore store;
    private final SchoolsService schools;
    private final Policy policy;
    private final Terms terms;

    EdFiService(EdFiStore store, SchoolsService schools, PolicyService policy, ReportingConfig config) {
        this.store = store;
        this.schools = schools;
        this.policy = policy.policy();
        this.terms = new Terms(
                config.edFi().descriptor(),
                config.edFi().schools(),
                config.edFi().sessions().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, session -> Terms.span(session.getValue()))));
    }

    /** Of one school in these days, as what is known now tells it. */
    public Extract extract(Handle tx, String school, LocalDate from, LocalDate to, Instant now) {
        List<AttendanceEvent> events = new ArrayList<>();
        List<LocalDate> notSubmitted = new ArrayList<>();
        LocalDate asOf = null;
        for (SchoolYear year : new TreeSet<>(List.of(policy.yearOf(from), policy.yearOf(to)))) {
            LocalDate first = from.isAfter(year.first()) ? from : year.first();
            LocalDate last = to.isBefore(year.last()) ? to : year.last();
            SchoolDays days = schools.days(tx, year, List.of(school), now).getOrDefault(school, SchoolDays.NONE);
            for (int index = year.index(first); index <= year.index(last); index++) {
                if (days.counts(index)) {
                    asOf = year.date(index);
                }
            }
            days.missing().stream()
                    .map(year::date)
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .forEach(notSubmitted::add);
            events.addAll(events(tx, school, year, first, last));
        }
        events.sort(ORDER);
        return new Extract(school, from, to, asOf, notSubmitted, events);
    }

    private List<AttendanceEvent> events(Handle tx, String school, SchoolYear year, LocalDate first, LocalDate last) {
        Map<String, Map<LocalDate, List<MarkOfDay>>> marks = store.marks(tx, school, first, last).stream()
                .collect(groupingBy(DayMark::studentId, groupingBy(DayMark::day, mapping(DayMark::mark, toList()))));
        List<AttendanceEvent> events = new ArrayList<>();
        for (Row row : store.days(tx, year, school)) {
            for (int index = year.index(first); index <= year.index(last); index++) {
                char letter = Strip.at(row.days(), index);
                if (letter != Strip.NOTHING) {
                    LocalDate day = year.date(index);
                    DayStatus status = DayStatus.of(letter);
                    List<MarkOfDay> ofDay =
                            marks.getOrDefault(row.studentId(), Map.of()).getOrDefault(day, List.of());
                    Optional<MarkOfDay> why = MarkOfDay.why(status, ofDay);
                    Category.of(status, why)
                            .ifPresent(category -> events.add(event(
                                    school,
                                    year,
                                    row.studentId(),
                                    day,
                                    category,
                                    why.map(MarkOfDay::reason).orElse(null))));
                }
            }
        }
        return events;
    }

    private AttendanceEvent event(
            String school, SchoolYear year, String student, LocalDate day, Category category, @Nullable String reason) {
        Long schoolId = terms.school(school).orElse(null);
        return new AttendanceEvent(
                terms.uri(category),
                day,
                new SchoolReference(schoolId),
                new SessionReference(
                        schoolId, year.last().getYear(), terms.session(day).orElse(null)),
                new StudentReference(student),
                reason,
                category.duration());
    }
}
