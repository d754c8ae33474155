package org.secondperiod.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who has a container engine makes the same image with it. */
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

        assertThat(lines)
                .containsExactly(
                        "ARG BASE=" + Images.BASE,
                        "FROM ${BASE}",
                        "ENV LANG=C.UTF-8",
                        "WORKDIR " + ServiceImage.HOME,
                        "COPY --chmod=a=rX target/quarkus-app/lib/boot/ lib/boot/",
                        "COPY --chmod=a=rX target/quarkus-app/lib/main/ lib/main/",
                        "COPY --chmod=a=rX target/quarkus-app/quarkus/ quarkus/",
                        "COPY --chmod=a=rX target/quarkus-app/app/ app/",
                        "COPY --chmod=a=rX target/quarkus-app/*.jar target/quarkus-app/*.txt ./",
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
