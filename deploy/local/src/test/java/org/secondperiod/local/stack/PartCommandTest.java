package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_service_is_told_ports_databases_issuer_and_clock_of_its_own_stack() {
        PartCommand command = new PartCommand(new Layout(folder, folder.resolve(".sp"), 100), List.of("-Xmx256m"));

        assertThat(command.settings(Part.ENTRY))
                .containsEntry("quarkus.http.port", "8182")
                .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:15532/entry")
                .containsEntry("quarkus.oidc.auth-server-url", "http://localhost:8190/district")
                .containsEntry(
                        "secondperiod.clock.file",
                        folder.resolve(".sp/clock.properties").toString());
    }

    @Test
    void the_districts_key_is_made_once_for_its_owner_only_and_never_stands_on_a_command_line() throws Exception {
        Layout layout = new Layout(folder, folder.resolve(".sp"), 0);
        PartCommand command = new PartCommand(layout, List.of("-Xmx256m"));

        String key = command.environment(Part.INGEST).getOrDefault("SECONDPERIOD_DISTRICT_PEOPLE_KEY", "");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(command.environment(Part.OUTREACH)).containsEntry("SECONDPERIOD_DISTRICT_PEOPLE_KEY", key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.peopleKeyFile())))
                .isEqualTo("rw-------");
        assertThat(command.settings(Part.INGEST).values()).noneMatch(value -> value.contains(key));
    }
}
