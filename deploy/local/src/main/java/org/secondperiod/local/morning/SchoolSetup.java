package org.secondperiod.local.morning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.DistrictRoster;
import org.secondperiod.local.district.Reader;
import org.secondperiod.local.district.RosterZip;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Part;

/** Tells the services about the made-up district, over the public APIs: schools, bells, calendars, readers, roster. */
public final class SchoolSetup {

    private static final String DAY_TYPE = "regular";

    private final Api rosterSync;
    private final Api doors;

    public SchoolSetup(Api rosterSync, Api doors) {
        this.rosterSync = rosterSync;
        this.doors = doors;
    }

    /** @param say told what is being loaded */
    public void load(District district, LocalDate day, Consumer<String> say) {
        for (School school : School.ALL) {
            rosterSync.put(
                    Part.INGEST,
                    "/v1/schools/" + school.id(),
                    Map.of(
                            "name", school.name(),
                            "zone", "America/New_York",
                            "buildings", List.of(school.building()),
                            "triggerPeriod", school.trigger().period(),
                            "sendsAttendanceTaken", true));
            rosterSync.put(
                    Part.INGEST, "/v1/schools/" + school.id() + "/bell-schedules/" + DAY_TYPE, bells(school, day));
            rosterSync.put(Part.INGEST, "/v1/schools/" + school.id() + "/calendar", Map.of("days", calendar(day)));
        }
        for (Reader reader : Reader.ALL) {
            doors.put(
                    Part.ENTRY,
                    "/v1/readers/" + reader.id(),
                    Map.of(
                            "buildingId",
                            reader.building(),
                            "name",
                            reader.name(),
                            "inService",
                            true,
                            "allowedSilenceMinutes",
                            10));
        }
        say.accept("Loaded %d schools with bells and calendars, and %d door readers."
                .formatted(School.ALL.size(), Reader.ALL.size()));
        say.accept(roster(district, day));
    }

    private String roster(District district, LocalDate day) {
        try {
            Path zip = Files.createTempFile("second-period-roster", ".zip");
            new RosterZip(day).write(new DistrictRoster(district), zip);
            var ended = new RosterImport(rosterSync).send(zip, "?allowShrink=true", state -> {});
            Files.deleteIfExists(zip);
            if (!"DONE".equals(ended.path("state").asText())) {
                throw new ApiException(0, "The roster was not imported: " + ended);
            }
            return "Loaded a roster of %,d students and %,d guardians (OneRoster 1.2): %s rows rejected, %s noted, such as numbers that cannot be dialled."
                    .formatted(
                            district.students().size(),
                            district.guardians().size(),
                            ended.path("counts").path("rowsRejected").asText(),
                            ended.path("counts").path("rowsNoted").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> bells(School school, LocalDate day) {
        List<Map<String, String>> periods = school.periods().stream()
                .map(period -> Map.of(
                        "period", period.period(),
                        "start", period.start().toString(),
                        "end", period.end().toString()))
                .toList();
        return Map.of("effectiveFrom", yearStart(day).toString(), "remote", false, "periods", periods);
    }

    private static List<Map<String, @Nullable Object>> calendar(LocalDate day) {
        return schoolDays(day).map(SchoolSetup::calendarDay).toList();
    }

    /** Every weekday from September to June; for a day of the summer to August. */
    static Stream<LocalDate> schoolDays(LocalDate day) {
        LocalDate summer = yearStart(day).plusMonths(10);
        return yearStart(day)
                .datesUntil(day.isBefore(summer) ? summer : summer.plusMonths(2))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
    }

    private static Map<String, @Nullable Object> calendarDay(LocalDate date) {
        Map<String, @Nullable Object> day = new HashMap<>();
        day.put("date", date.toString());
        day.put("dayType", DAY_TYPE);
        return day;
    }

    private static LocalDate yearStart(LocalDate day) {
        int year = day.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? day.getYear() : day.getYear() - 1;
        return LocalDate.of(year, Month.SEPTEMBER, 1);
    }
}
