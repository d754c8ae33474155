package org.secondperiod.local.morning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.HistoryImport;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;

/** Gives the made-up district a past, over the public API, as a district's own begins with one. */
public final class SchoolYearSoFar {

    /** On the day so many school days ago this school submitted nothing: that happens. */
    private static final School FORGOT = School.HARBOR_POINT;

    private static final int DAYS_AGO = 9;

    private final District district;
    private final Api sis;

    /** @param sis signed in with {@code marks:write} for all schools */
    public SchoolYearSoFar(District district, Api sis) {
        this.district = district;
        this.sis = sis;
    }

    /**
     * Sends the school year's days before this one, without those that were played, after the last of them if there is any.
     *
     * @param cast of the day
     */
    public void load(LocalDate day, Cast cast, List<LocalDate> played, Consumer<String> say) {
        List<LocalDate> days = SchoolSetup.schoolDays(day)
                .filter(date -> date.isBefore(day))
                .filter(date -> played.isEmpty() || date.isAfter(played.getLast()))
                .toList();
        if (days.isEmpty()) {
            return;
        }
        JsonNode ended = send(days, cast);
        if (!"DONE".equals(ended.path("state").asText())) {
            throw new ApiException(0, "The school year so far was not imported: " + ended);
        }
        say.accept("Loaded the school year so far: %,d marks of the %,d school days before this one."
                .formatted(ended.path("progress").path("rowsTaken").asLong(), days.size()));
    }

    private JsonNode send(List<LocalDate> days, Cast cast) {
        try {
            Path csv = Files.createTempFile("second-period-history", ".csv");
            try {
                write(csv, days, cast);
                return new HistoryImport(sis).send(csv, "", state -> {});
            } finally {
                Files.deleteIfExists(csv);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path csv, List<LocalDate> days, Cast cast) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(csv))) {
            out.print("studentId,schoolId,schoolDay,code\n");
            for (School school : School.ALL) {
                List<LocalDate> submitted = submitted(school, days);
                submitted.forEach(date -> out.printf(",%s,%s,%n", school.id(), date));
                for (Student student : district.of(school)) {
                    List<String> codes =
                            new PastDays(student, cast.has(student, Role.ABSENT, Role.UNSUBMITTED)).codes(submitted);
                    for (int i = 0; i < codes.size(); i++) {
                        if (!codes.get(i).isEmpty()) {
                            out.printf("%s,%s,%s,%s%n", student.id(), school.id(), submitted.get(i), codes.get(i));
                        }
                    }
                }
            }
        }
    }

    private static List<LocalDate> submitted(School school, List<LocalDate> days) {
        return days.stream()
                .filter(date -> !school.equals(FORGOT)
                        || days.size() <= DAYS_AGO
                        || !date.equals(days.get(days.size() - DAYS_AGO)))
                .toList();
    }
}
