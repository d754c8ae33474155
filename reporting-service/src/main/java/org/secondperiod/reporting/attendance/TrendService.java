package org.secondperiod.reporting.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.reporting.arithmetic.Percent;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.attendance.Trend.Span;
import org.secondperiod.reporting.chronicabsence.Line;
import org.secondperiod.reporting.chronicabsence.ReleaseService;
import org.secondperiod.reporting.chronicabsence.Released;
import org.secondperiod.reporting.chronicabsence.Sums;
import org.secondperiod.reporting.chronicabsence.db.SumStore;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.chronicabsence.db.SumStore.OnDay;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.quality.QualityService;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Answers how attendance went, day by day, week by week, month by month or by weekday. */
@ApplicationScoped
public class TrendService {

    private static final Line.Attendance NOTHING = new Line.Attendance(0, 0, null);

    private final SumStore sums;
    private final ReleaseService releases;
    private final QualityService quality;
    private final Policy policy;

    TrendService(SumStore sums, ReleaseService releases, QualityService quality, PolicyService policy) {
        this.sums = sums;
        this.releases = releases;
        this.quality = quality;
        this.policy = policy.policy();
    }

    /**
     * What is asked.
     *
     * @param from none: the school year's first date
     * @param knownOn what was learned after this date counts for nothing; none: what is known now
     * @param of {@code DISTRICT}: everybody
     */
    public record Question(
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable LocalDate knownOn,
            By by,
            Scope.Kind of,
            @Nullable String value) {}

    /** As what was known when tells it. */
    public Trend trend(Handle tx, Schools schools, Question question, Instant now) {
        SchoolYear year = policy.yearOf(question.to());
        LocalDate from = question.from() == null ? year.first() : question.from();
        if (!year.holds(from) || from.isAfter(question.to())) {
            throw Problems.field("from", "must be a date of the school year of 'to', and not after it");
        }
        if (question.of() == Scope.Kind.HOMEROOM && schools.all()) {
            throw Problems.field("school", "must be given with of=HOMEROOM: a homeroom is of one school");
        }
        Scope.Kind kind = question.of() == Scope.Kind.DISTRICT && !schools.all() ? Scope.Kind.SCHOOL : question.of();
        List<OnDay> days = sums.byDay(
                tx,
                year,
                kind,
                schools.all() ? List.of(Scope.EVERY) : schools.ids(),
                question.value(),
                new At(question.to(), question.knownOn()));
        Adding adding = new Adding(question.by(), from);
        days.forEach(adding::add);
        return new Trend(
                from,
                question.to(),
                question.knownOn(),
                year.name(),
                policy.minimumDays(),
                question.by(),
                question.of(),
                question.value(),
                named(schools),
                false,
                quality.notSubmitted(tx, new Days(schools, from, question.to(), question.knownOn()), now),
                adding.total(),
                adding.lines());
    }

    /** The same for who may not read of the students one by one: months, as they were released. */
    public Trend released(Handle tx, Schools schools, Question question) {
        KnownOn.isNotForReleased(question.knownOn());
        if (question.by() != By.MONTH || question.of() != Scope.Kind.DISTRICT || question.from() != null) {
            throw Problems.of(
                    403,
                    "not-allowed",
                    "Not allowed",
                    "Days, weeks, weekdays and single grades, homerooms and groups are only for who may read of the students of"
                            + " each school asked for. Ask by=MONTH, without from, of and value, or for schools where you may.");
        }
        List<Released> months = releases.until(tx, question.to());
        SchoolYear year = policy.yearOf(months.getLast().asOf());
        List<Trend.Line> lines = new ArrayList<>();
        Line before = null;
        for (Released month : months) {
            Line now = month.answer(schools, null, Map.of()).total();
            lines.add(line(month.asOf(), before, now));
            before = now;
        }
        return new Trend(
                year.first(),
                months.getLast().asOf(),
                null,
                year.name(),
                policy.minimumDays(),
                question.by(),
                question.of(),
                null,
                named(schools),
                true,
                null,
                line(
                        months.getLast().asOf(),
                        null,
                        months.getLast().answer(schools, null, Map.of()).total()),
                lines);
    }

    /** What a month added to what was released before it. How many days it had was not released. */
    private static Trend.Line line(LocalDate month, @Nullable Line before, Line now) {
        Line.Attendance added = now.attendance();
        Line.Bands bands = now.bands();
        Line.Attendance sofar = before == null ? NOTHING : before.attendance();
        if (added == null || bands == null || sofar == null) {
            return Trend.Line.withoutNumbers(month.withDayOfMonth(1), month);
        }
        long enrolled = added.enrolledHalfDays() - sofar.enrolledHalfDays();
        long attended = added.attendedHalfDays() - sofar.attendedHalfDays();
        long chronic = bands.chronic() + bands.severelyChronic();
        return new Trend.Line(
                month.withDayOfMonth(1),
                month,
                null,
                0,
                false,
                enrolled,
                attended,
                Percent.of(attended, enrolled),
                bands.satisfactory() + bands.atRisk() + chronic,
                chronic,
                bands.chronicPercent(),
                now.leftOut());
    }

    private static @Nullable List<String> named(Schools of) {
        return of.all() ? null : of.ids().stream().sorted().toList();
    }

    /** Adds days up, the earliest first. */
    private static final class Adding {

        private final By by;
        private final LocalDate from;
        private final Map<LocalDate, Bucket> buckets = new TreeMap<>();
        private Sums until = Sums.NONE;
        private Sums all = Sums.NONE;
        private Span span = Span.NONE;

        Adding(By by, LocalDate from) {
            this.by = by;
            this.from = from;
        }

        private record Bucket(Span span, Sums added, Sums until) {}

        void add(OnDay day) {
            until = until.plus(day.sums());
            boolean counts = day.sums().counted() != 0 || day.sums().absentHalfDays() != 0;
            if (counts && !day.day().isBefore(from)) {
                all = all.plus(day.sums());
                span = span.with(day.day());
                buckets.merge(
                        by.begins(day.day()),
                        new Bucket(Span.NONE.with(day.day()), day.sums(), until),
                        (before, now) -> new Bucket(
                                before.span().with(day.day()), before.added().plus(now.added()), until));
            }
        }

        Trend.Line total() {
            return Trend.Line.of(span, null, all, until);
        }

        List<Trend.Line> lines() {
            return buckets.entrySet().stream()
                    .map(bucket -> by == By.WEEKDAY
                            ? Trend.Line.of(
                                    bucket.getValue().span(),
                                    bucket.getKey().getDayOfWeek(),
                                    bucket.getValue().added(),
                                    until)
                            : Trend.Line.of(
                                    bucket.getValue().span(),
                                    null,
                                    bucket.getValue().added(),
                                    bucket.getValue().until()))
                    .toList();
        }
    }
}
