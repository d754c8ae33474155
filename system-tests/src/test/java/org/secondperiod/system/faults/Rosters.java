package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.local.stack.Part;

/** The ways a roster gets to attendance-ingest. */
final class Rosters {

    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");

    private Rosters() {}

    /** Uploaded; it ends when it is imported. */
    static Consumer<List<EnrolmentsChanged>> uploaded(PatientClient client, LocalDate day) {
        return students -> {
            try {
                var zip = Files.createTempFile("second-period-roster", ".zip");
                new MorningRoster(students).write(day, zip);
                var accepted = client.send(
                        Part.INGEST,
                        "POST",
                        "/v1/rosters?allowShrink=true",
                        "application/zip",
                        BodyPublishers.ofFile(zip));
                var location = accepted.headers().firstValue("Location").orElseThrow();
                var at = "/v1/imports/" + location.substring(location.lastIndexOf('/') + 1);
                Awaitility.await().atMost(Play.HEALS_WITHIN).until(() -> state(client, at), "DONE"::equals);
                Files.delete(zip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String state(PatientClient client, String at) {
        var answer = client.send(Part.INGEST, "GET", at, "application/json", BodyPublishers.noBody());
        var state = STATE.matcher(answer.body());
        assertThat(state.find()).as(answer.body()).isTrue();
        assertThat(state.group(1)).as(answer.body()).isIn("RUNNING", "DONE");
        return state.group(1);
    }

    /** Put into the folder that is watched; it ends when the file lies where those lie that are done. */
    static Consumer<List<EnrolmentsChanged>> landed(Path watchedFolder, String name, LocalDate day) {
        return students -> {
            try {
                var in = Files.createDirectories(watchedFolder.resolve("in"));
                var landing = in.resolve(name + ".part");
                new MorningRoster(students).write(day, landing);
                Files.move(landing, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                Awaitility.await().atMost(Play.HEALS_WITHIN).until(() -> !Files.exists(in.resolve(name)));
                assertThat(watchedFolder.resolve("done").resolve(name)).exists();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
