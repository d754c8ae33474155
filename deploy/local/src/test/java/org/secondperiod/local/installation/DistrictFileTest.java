package org.secondperiod.local.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** A file that tells where a district is, and what is said of one that does not. */
class DistrictFileTest {

    private static final String ZONE = "zone=America/Chicago";

    @TempDir
    Path folder;

    private DistrictFile read(String... lines) {
        try {
            Path file = Files.write(folder.resolve("maple-hollow.properties"), List.of(lines));
            return DistrictFile.read(file, Map.of("OUTREACH_PASSWORD", "from the environment"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Installation district(String... lines) {
        return new DistrictInstallation(read(lines));
    }

    @Test
    void everythingIsWhereTheFileSays() throws IOException {
        Files.writeString(folder.resolve("reporting.password"), "from a file\n");
        Files.writeString(folder.resolve("client.properties"), "security.protocol=SSL\nssl.key.password=k\n");
        Installation district = district(
                "# of maple-hollow",
                "",
                ZONE,
                "issuer = https://sign-in.example.org/realms/second-period/",
                "outreach-service.url=https://attendance.example.org/outreach/",
                "reporting-service.jdbc.url=jdbc:postgresql://db.example.org:5432/reporting?sslmode=verify-full",
                "reporting-service.jdbc.user=reporting_owner",
                "reporting-service.jdbc.password-file=reporting.password",
                "outreach-service.jdbc.url=jdbc:postgresql://db.example.org:5432/outreach",
                "outreach-service.jdbc.user=outreach_owner",
                "outreach-service.jdbc.password-env=OUTREACH_PASSWORD",
                "outreach-service.jdbc.role=mh_outreach",
                "kafka.bootstrap.servers=broker.example.org:9093",
                "kafka.client-file=client.properties");

        assertThat(district.local()).isEmpty();
        assertThat(district.zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(district.issuer()).isEqualTo("https://sign-in.example.org/realms/second-period");
        assertThat(district.url(Part.OUTREACH)).isEqualTo("https://attendance.example.org/outreach");
        assertThat(district.database(Part.REPORTING))
                .isEqualTo(new Login(
                        "jdbc:postgresql://db.example.org:5432/reporting?sslmode=verify-full",
                        "reporting_owner",
                        Optional.of("from a file")));
        assertThat(district.database(Part.OUTREACH).password()).contains("from the environment");
        assertThat(district.role(Part.OUTREACH)).isEqualTo("mh_outreach");
        assertThat(district.role(Part.REPORTING)).isEqualTo("reporting");
        assertThat(district.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "broker.example.org:9093"),
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("ssl.key.password", "k"));
    }

    @Test
    void aLoginDoesNotShowItsPassword() {
        assertThat(new Login("jdbc:postgresql://db/reporting", "reporting_owner", Optional.of("hidden")))
                .hasToString("reporting_owner at jdbc:postgresql://db/reporting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outreach | there is no = in it",
                "outreach.url=https://a.example.org | nothing is called outreach.url. There are: attendance-ingest.jdbc.password-env",
                "outreach-service.url= | outreach-service.url has no value",
                "outreach-service.jdbc.password=x | Name a file, outreach-service.jdbc.password-file=FILE",
                "kafka.sasl.jaas.config=x | kafka.client-file=FILE",
                "outreach-service.jdbc.url=jdbc:mysql://db/outreach | write jdbc:postgresql://HOST:PORT/DATABASE",
                "outreach-service.jdbc.url=jdbc:postgresql://db/o?user=a&password=x | outreach-service.jdbc.password-file=FILE",
                "zone=America/Denver | zone stands in line 1 already"
            })
    void aLineThatIsNotAsItMustBeIsNamed(String line, String complaint) {
        assertThatThrownBy(() -> read(ZONE, "", line))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("maple-hollow.properties, line 3: ")
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("password=x");
    }

    @Test
    void aZoneThatIsNoneIsNamed() {
        assertThatThrownBy(() -> read("zone=Amerca/Chicago"))
                .hasMessageEndingWith("line 1: zone Amerca/Chicago is no time zone. Write it like America/Chicago.");
        assertThatThrownBy(() -> read(""))
                .hasMessageEndingWith("does not say zone. Add a line, e.g. zone=America/Chicago");
    }

    @Test
    void whatIsMissingIsSaidOnlyWhenItIsAskedFor() {
        Installation district = district(ZONE, "desk.url=attendance.example.org");

        assertThatThrownBy(() -> district.url(Part.REPORTING))
                .hasMessageEndingWith("does not say reporting-service.url. Add a line, e.g."
                        + " reporting-service.url=https://attendance.district.example.org/reports");
        assertThatThrownBy(() -> district.url(Part.DESK))
                .hasMessageContaining("line 2: desk.url is no address: attendance.example.org");
        assertThatThrownBy(district::kafka).hasMessageContaining("kafka.bootstrap.servers=localhost:9092");
        assertThatThrownBy(district::admin).hasMessageEndingWith("Add a line, e.g. token-file=token.txt");
    }

    @Test
    void aSecretThatIsNotWhereItShouldBeIsSaid() {
        String url = "outreach-service.jdbc.url=jdbc:postgresql://db/outreach";
        String user = "outreach-service.jdbc.user=outreach_owner";

        assertThatThrownBy(() -> district(ZONE, url, user, "outreach-service.jdbc.password-env=NOBODY")
                        .database(Part.OUTREACH))
                .hasMessageContaining(
                        "line 4: outreach-service.jdbc.password-env names NOBODY, which is not in the environment");
        assertThatThrownBy(() -> district(ZONE, url, user, "outreach-service.jdbc.password-file=nowhere")
                        .database(Part.OUTREACH))
                .hasMessageContaining("line 4: outreach-service.jdbc.password-file names")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> DistrictFile.read(folder.resolve("none"), Map.of()))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("docs/doctor.md has an example");
    }
}
