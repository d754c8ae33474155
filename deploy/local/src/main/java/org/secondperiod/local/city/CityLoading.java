package org.secondperiod.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.district.RosterZip;

/** What the services are told before a day begins: schools, doors, and one roster of all students. */
final class CityLoading {

    private final List<SchoolFigures> schools;
    private final Api anyone;
    private final Senders senders;
    private final ProgressListener progress;

    CityLoading(List<SchoolFigures> schools, Api anyone, Senders senders, ProgressListener progress) {
        this.schools = schools;
        this.anyone = anyone;
        this.senders = senders;
        this.progress = progress;
    }

    /** @param open the days on which there is school */
    void load(List<LocalDate> open) {
        var city = new CitySchools(anyone);
        senders.oneByOne("Schools", schools, school -> city.setUp(school, open));
        roster(null);
    }

    /** @param preferredGivenName of all students; none: nobody prefers another name */
    void roster(@Nullable String preferredGivenName) {
        try {
            roster(Files.createTempFile("second-period-city", ".zip"), preferredGivenName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void roster(Path zip, @Nullable String preferredGivenName) throws IOException {
        int students = schools.stream().mapToInt(SchoolFigures::enrolled).sum();
        try {
            new RosterZip(schools.getFirst().day()).write(new CityRoster(schools, preferredGivenName), zip);
            progress.begins("Roster, students", students);
            var ended = new RosterImport(anyone.as("roster-sync")).send(zip, "?allowShrink=true", state -> {});
            if (!"DONE".equals(ended.path("state").asText())) {
                throw new ApiException(0, "The roster was not imported: " + ended);
            }
            progress.advanced(students, 0);
            progress.ended();
        } finally {
            Files.delete(zip);
        }
    }
}
