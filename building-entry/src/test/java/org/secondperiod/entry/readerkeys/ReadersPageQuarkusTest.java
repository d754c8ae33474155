package org.secondperiod.entry.readerkeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.putReader;
import static org.secondperiod.entry.readerkeys.TestReader.issue;
import static org.secondperiod.entry.readerkeys.TestReader.scanOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.testing.StackTestResource;

/** The script of {@code docs/readers.md}, with curl and OpenSSL 3 of this machine. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadersPageQuarkusTest {

    private static final Path PAGE = Path.of("../docs/readers.md");
    private static final Pattern SCRIPT = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Inject
    EntryTopics topics;

    private final String readerId = id("R");
    private String keyId = "";

    @BeforeEach
    void aControllerThatMadeItsPair() throws Exception {
        assumeTrue(has("curl", "--version") && has("openssl", "version"), "curl or openssl is missing here");
        putReader(readerId, "{\"buildingId\":\"B-%s\",\"name\":\"Main door\"}".formatted(readerId))
                .statusCode(200);
        var script = SCRIPT.matcher(Files.readString(PAGE));
        assertThat(script.find()).isTrue();
        Files.writeString(folder.resolve("sign-and-send"), script.group(1));
        run("openssl genpkey -algorithm ed25519 -out reader.pem");
        String publicKey = run("openssl pkey -in reader.pem -pubout -outform DER | openssl base64 -A");
        keyId = issue(readerId, "{\"publicKey\":\"" + publicKey.strip() + "\"}")
                .statusCode(201)
                .extract()
                .path("key.keyId");
    }

    @Test
    void itSendsAScanABatchAndAHeartbeat() throws Exception {
        Files.writeString(folder.resolve("scan.json"), scanOf(readerId, "S1"));
        Files.writeString(folder.resolve("scans.ndjson"), scanOf(readerId, "S2") + "\n" + scanOf(readerId, "S3"));
        Files.writeString(folder.resolve("beat.json"), "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}");

        assertThat(send("/entry/v1/scans", "application/json", "scan.json")).contains("\"outcome\":\"accepted\"");
        assertThat(send("/entry/v1/scans/batch", "application/x-ndjson", "scans.ndjson"))
                .contains("\"accepted\":2");
        assertThat(send("/entry/v1/readers/" + readerId + "/heartbeat", "application/json", "beat.json"))
                .contains("\"lastHeard\":\"2026-10-14T12:00:00Z\"");
        assertThat(topics.scans(readerId)).extracting(Scan::studentId).containsExactlyInAnyOrder("S1", "S2", "S3");
    }

    @Test
    void aPrivateKeyThatWasMadeHereSignsToo() throws Exception {
        var issued = issue(readerId, "{}").statusCode(201).extract().jsonPath();
        keyId = issued.getString("key.keyId");
        Files.writeString(folder.resolve("reader.pem"), issued.getString("privateKey"));
        Files.writeString(folder.resolve("scan.json"), scanOf(readerId, "S1"));

        assertThat(send("/entry/v1/scans", "application/json", "scan.json")).contains("\"outcome\":\"accepted\"");
    }

    private String send(String path, String type, String file) throws Exception {
        return run("bash sign-and-send %s %s %s".formatted(path, type, file));
    }

    private String run(String command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment()
                .putAll(Map.of("URL", "http://localhost:" + RestAssured.port, "KEY_ID", keyId, "KEY", "reader.pem"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue())
                .as(() -> command + ": " + read(folder.resolve("errors")))
                .isZero();
        return Files.readString(out, UTF_8);
    }

    private static boolean has(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
