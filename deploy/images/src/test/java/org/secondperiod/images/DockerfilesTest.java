package org.secondperiod.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who has a container engine makes an image of the same files, settings and labels with it. */
class DockerfilesTest {

    static final List<String> SERVICES = BuiltService.NAMES;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aDockerfileSaysWhatTheCommandDoes(String service) throws IOException {
        Path module = checkout().resolve(service);
        List<String> lines = Files.readAllLines(module.resolve("src/main/docker/Dockerfile")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(module.resolve("src/main/resources/application.properties"))) {
            settings.load(reader);
        }

        String built = service + "/target/quarkus-app";
        assertThat(lines)
                .containsExactly(
                        "ARG BASE=" + Images.BASE,
                        "FROM ${BASE}",
                        "ARG VERSION",
                        "LABEL org.opencontainers.image.title=" + service
                                + " org.opencontainers.image.version=${VERSION}"
                                + " org.opencontainers.image.licenses=Apache-2.0",
                        "ENV LANG=C.UTF-8",
                        "WORKDIR " + ServiceImage.HOME,
                        "COPY --chmod=a=rX " + built + "/lib/boot/ lib/boot/",
                        "COPY --chmod=a=rX " + built + "/lib/main/ lib/main/",
                        "COPY --chmod=a=rX " + built + "/quarkus/ quarkus/",
                        "COPY --chmod=a=rX " + built + "/app/ app/",
                        "COPY --chmod=a=rX " + built + "/*.jar " + built + "/*.txt target/second-period.cdx.json ./",
                        "EXPOSE " + settings.getProperty("quarkus.http.port"),
                        "USER " + ServiceImage.USER,
                        "ENTRYPOINT [\"java\", \"-jar\", \"quarkus-run.jar\"]");
    }

    private static Path checkout() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("sp"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not started within the project");
    }
}
