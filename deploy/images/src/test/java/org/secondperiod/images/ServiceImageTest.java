package org.secondperiod.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standing on nothing, since no registry is asked here: what is ours of an image is looked at in the file that it is. */
class ServiceImageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path application = Path.of("");
    private Path bill = Path.of("");

    @BeforeEach
    void aServiceThatIsBuilt() throws IOException {
        application = folder.resolve("outreach-service/target/quarkus-app");
        write("quarkus-run.jar", "run");
        write("quarkus-app-dependencies.txt", "dependencies");
        write("app/outreach-service.jar", "ours");
        write("quarkus/generated-bytecode.jar", "generated");
        write("lib/boot/io.quarkus.boot.jar", "boot");
        write("lib/main/org.postgresql.jar", "driver");
        write("lib/main/org.jdbi.jar", "jdbi");
        Path settings = folder.resolve("outreach-service/src/main/resources/application.properties");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "quarkus.http.port=8083\n");
        bill = Files.writeString(folder.resolve("second-period.cdx.json"), "{}");
    }

    private void write(String name, String content) throws IOException {
        Path file = application.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private JibContainer make(String file) throws Exception {
        ServiceImage image = new ServiceImage(BuiltService.in(folder, "outreach-service"), "1.2.3", Optional.of(bill));
        return image.on(Jib.fromScratch())
                .containerize(Containerizer.to(TarImage.at(folder.resolve(file)).named("outreach-service:1.2.3"))
                        .setOfflineMode(true)
                        .setApplicationLayersCache(folder.resolve("cache"))
                        .setBaseImageLayersCache(folder.resolve("cache")));
    }

    @Test
    void itRunsAsNobodyInItsOwnFolder() throws Exception {
        make("image.tar");

        JsonNode config = config("image.tar").path("config");

        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/opt/second-period");
        assertThat(config.path("Entrypoint").toString()).isEqualTo("[\"java\",\"-jar\",\"quarkus-run.jar\"]");
        assertThat(config.path("ExposedPorts").has("8083/tcp")).isTrue();
        assertThat(config.at("/Labels/org.opencontainers.image.version").asText())
                .isEqualTo("1.2.3");
    }

    @Test
    void whatSeldomChangesLiesBelowAndNothingMayBeWritten() throws Exception {
        make("image.tar");

        List<Map<String, TarArchiveEntry>> layers = layers("image.tar");

        assertThat(layers)
                .map(layer -> layer.values().stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(TarArchiveEntry::getName)
                        .map(name -> name.replaceFirst("^/?opt/second-period/", ""))
                        .toList())
                .containsExactly(
                        List.of("lib/boot/io.quarkus.boot.jar"),
                        List.of("lib/main/org.jdbi.jar", "lib/main/org.postgresql.jar"),
                        List.of("quarkus/generated-bytecode.jar"),
                        List.of("app/outreach-service.jar"),
                        List.of("quarkus-app-dependencies.txt", "quarkus-run.jar", "second-period.cdx.json"));
        assertThat(layers.stream().flatMap(layer -> layer.values().stream()).filter(entry -> !entry.isDirectory()))
                .allSatisfy(entry -> {
                    assertThat(entry.getMode() & 0777).isEqualTo(0444);
                    assertThat(entry.getLongUserId()).isZero();
                });
    }

    @Test
    void ofTheSameFilesItIsTheSameImage() throws Exception {
        JibContainer first = make("first.tar");
        Files.setLastModifiedTime(
                application.resolve("app/outreach-service.jar"), FileTime.from(Instant.parse("2026-11-24T08:44:00Z")));

        JibContainer second = make("second.tar");

        assertThat(second.getImageId()).isEqualTo(first.getImageId());
        write("app/outreach-service.jar", "another");
        assertThat(make("third.tar").getImageId()).isNotEqualTo(first.getImageId());
    }

    @Test
    void whatIsNotBuiltOrNoServiceIsNamed() {
        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> BuiltService.in(folder, "desk"))
                .withMessageContaining("desk is not built")
                .withMessageContaining("./mvnw package");
        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> BuiltService.in(folder, "front-desk"))
                .withMessageContaining("There is no service front-desk");
    }

    private JsonNode config(String image) throws IOException {
        Map<String, byte[]> files = files(image);
        JsonNode manifest = JSON.readTree(files.get("manifest.json")).get(0);
        return JSON.readTree(files.get(manifest.path("Config").asText()));
    }

    private List<Map<String, TarArchiveEntry>> layers(String image) throws IOException {
        Map<String, byte[]> files = files(image);
        List<Map<String, TarArchiveEntry>> layers = new ArrayList<>();
        for (JsonNode layer : JSON.readTree(files.get("manifest.json")).get(0).path("Layers")) {
            Map<String, TarArchiveEntry> entries = new TreeMap<>();
            try (var tar = new TarArchiveInputStream(
                    new GZIPInputStream(new ByteArrayInputStream(files.get(layer.asText()))))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    entries.put(entry.getName(), entry);
                }
            }
            layers.add(entries);
        }
        return layers;
    }

    private Map<String, byte[]> files(String image) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(folder.resolve(image)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }
}
