package org.secondperiod.reporting.edfacts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.ReportingConfig;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.chronicabsence.Line;
import org.secondperiod.reporting.chronicabsence.ReleaseService;
import org.secondperiod.reporting.chronicabsence.Released;
import org.secondperiod.reporting.edfacts.ChronicAbsenteeismFile.Difference;
import org.secondperiod.reporting.edfacts.ChronicAbsenteeismFile.HalfDays;
import org.secondperiod.reporting.edfacts.db.EdFactsStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Counts chronically absent students for the federal file. */
@ApplicationScoped
public class EdFactsService {

    private final EdFactsStore store;
    private final ReleaseService releases;
    private final Policy policy;
    private final ReportingConfig.EdFacts config;
    private final Codes codes;

    EdFactsService(EdFactsStore store, ReleaseService releases, PolicyService policy, ReportingConfig config) {
        this.store = store;
        this.releases = releases;
        this.policy = policy.policy();
        this.config = config.edFacts();
        this.codes = new Codes(this.config.groups());
    }

    /** As of the date, as what is known now tells it. */
    public ChronicAbsenteeismFile file(Handle tx, Schools of, LocalDate asOf) {
        SchoolYear year = policy.yearOf(asOf);
        List<SchoolGroups> all =
                store.groups(tx, year, asOf, of, ChronicAbsenteeismFile.MINIMUM_DAYS, policy.minimumDays());
        Map<String, List<SchoolGroups>> bySchool =
                all.stream().collect(groupingBy(SchoolGroups::schoolId, TreeMap::new, toList()));
        Counting counting = new Counting(codes, this::stateSchoolId);
        List<String> withoutDays = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        bySchool.forEach((school, groups) -> {
            if (groups.stream().allMatch(group -> group.enrolled() == 0)) {
                withoutDays.add(school);
                return;
            }
            counting.add(school, groups);
            long chronic = groups.stream().mapToLong(SchoolGroups::chronic).sum();
            long byReports = groups.stream().mapToLong(SchoolGroups::byReports).sum();
            if (chronic != byReports) {
                differences.add(new Difference(school, chronic, byReports));
            }
        });
        return new ChronicAbsenteeismFile(
                asOf,
                null,
                ChronicAbsenteeismFile.MINIMUM_DAYS,
                HalfDays.A_DAY_ABSENT,
                period(year),
                fileName(year),
                config.stateCode().orElse(null),
                config.lea().orElse(null),
                Arrays.stream(CategorySet.values())
                        .filter(set -> !codes.know(set))
                        .toList(),
                withoutDays,
                differences,
                counting.records());
    }

    /**
     * The same for who may not read of the students one by one: totals of the schools that have a line in the last month that was
     * released by the date, as reports have them.
     */
    public ChronicAbsenteeismFile released(Handle tx, Schools of, LocalDate asOf) {
        Released month = releases.asOf(tx, asOf);
        SchoolYear year = policy.yearOf(month.asOf());
        SortedMap<String, Long> chronic = new TreeMap<>();
        for (Line line : month.answer(of, GroupBy.SCHOOL, Map.of()).lines()) {
            Line.Bands bands = line.bands();
            if (bands != null) {
                chronic.put(Objects.requireNonNull(line.schoolId()), bands.chronic() + bands.severelyChronic());
            }
        }
        List<FileRecord> records = new ArrayList<>();
        chronic.forEach((school, students) -> records.add(FileRecord.of(
                records.size() + 1, school, stateSchoolId(school), CategorySet.TOTAL, null, null, students)));
        return new ChronicAbsenteeismFile(
                month.asOf(),
                month.at(),
                policy.minimumDays(),
                HalfDays.HALF_A_DAY_ABSENT,
                period(year),
                null,
                config.stateCode().orElse(null),
                config.lea().orElse(null),
                Arrays.stream(CategorySet.values())
                        .filter(set -> set != CategorySet.TOTAL)
                        .toList(),
                List.of(),
                List.of(),
                records);
    }

    private static String period(SchoolYear year) {
        return "%d-%d".formatted(year.begins(), year.last().getYear());
    }

    /** State, level, file type and seven letters of a version. */
    private @Nullable String fileName(SchoolYear year) {
        return config.state()
                .map(state ->
                        "%sSCHCHRONABSE%d-01.csv".formatted(state, year.last().getYear()))
                .orElse(null);
    }

    private String stateSchoolId(String school) {
        return config.schools().getOrDefault(school, school);
    }
}
