package org.secondperiod.local.district;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class RosterZipTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final District district = District.usual();

    @Test
    void equal_districts_make_equal_bytes() throws IOException {
        assertThat(zip()).isEqualTo(zip());
    }

    @Test
    void it_says_of_every_file_whether_it_is_there() throws IOException {
        Map<String, List<NamedCsvRecord>> files = files();
        Map<String, String> manifest = files.get("manifest.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("propertyName"), row -> row.getField("value")));

        assertThat(manifest).containsEntry("oneroster.version", "1.2").containsEntry("file.users", "bulk");
        manifest.forEach((property, value) -> {
            if (property.startsWith("file.")) {
                assertThat(files.containsKey(property.substring("file.".length()) + ".csv"))
                        .as(property)
                        .isEqualTo(value.equals("bulk"));
            }
        });
        assertThat(manifest.keySet().stream().filter(property -> property.startsWith("file.")))
                .hasSize(21);
    }

    @Test
    void every_reference_leads_to_a_row() throws IOException {
        Map<String, List<NamedCsvRecord>> files = files();
        Set<String> users = ids(files, "users.csv");
        Set<String> classes = ids(files, "classes.csv");
        Set<String> orgs = ids(files, "orgs.csv");

        assertThat(column(files, "enrollments.csv", "userSourcedId")).isSubsetOf(users);
        assertThat(column(files, "enrollments.csv", "classSourcedId")).isSubsetOf(classes);
        assertThat(column(files, "roles.csv", "userSourcedId")).isEqualTo(users);
        assertThat(column(files, "roles.csv", "orgSourcedId")).isSubsetOf(orgs);
        assertThat(column(files, "secondperiod_contacts.csv", "guardianSourcedId"))
                .isSubsetOf(users);
        assertThat(files.get("users.csv")).allSatisfy(user -> {
            if (!user.getField("agentSourcedIds").isEmpty()) {
                assertThat(users).contains(user.getField("agentSourcedIds").split(","));
            }
        });
    }

    @Test
    void a_student_row_carries_the_extension_columns() throws IOException {
        Student student = district.students().stream()
                .filter(one -> one.badge() != null)
                .findFirst()
                .orElseThrow();

        NamedCsvRecord row = files().get("users.csv").stream()
                .filter(user -> user.getField("sourcedId").equals(student.id()))
                .findFirst()
                .orElseThrow();

        assertThat(row.getField("metadata.secondperiod.badges")).isEqualTo(student.badge());
        assertThat(row.getField("metadata.secondperiod.language")).isEqualTo(student.language());
        assertThat(row.getField("metadata.secondperiod.homeroom")).isEqualTo(student.homeroom());
        assertThat(row.getField("givenName")).isEqualTo(student.givenName());
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RosterZip(DAY).write(new DistrictRoster(district), out);
        return out.toByteArray();
    }

    private Map<String, List<NamedCsvRecord>> files() throws IOException {
        Map<String, List<NamedCsvRecord>> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                files.put(
                        entry.getName(),
                        CsvReader.builder().ofNamedCsvRecord(text).stream().toList());
            }
        }
        return files;
    }

    private static Set<String> ids(Map<String, List<NamedCsvRecord>> files, String file) {
        return column(files, file, "sourcedId");
    }

    private static Set<String> column(Map<String, List<NamedCsvRecord>> files, String file, String column) {
        return files.getOrDefault(file, List.of()).stream()
                .map(row -> row.getField(column))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
