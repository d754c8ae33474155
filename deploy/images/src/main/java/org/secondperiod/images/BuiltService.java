package org.secondperiod.images;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A service as the build left it.
 *
 * @param name its module
 * @param application the folder quarkus-app
 * @param port where it listens
 */
record BuiltService(String name, Path application, int port) {

    static final List<String> NAMES =
            List.of("attendance-ingest", "building-entry", "outreach-service", "reporting-service", "desk");

    /**
     * In a checkout.
     *
     * @throws ImageException if there is no such service, or it is not built
     */
    static BuiltService in(Path checkout, String name) {
        if (!NAMES.contains(name)) {
            throw new ImageException("There is no service " + name + "; there are " + String.join(", ", NAMES));
        }
        Path module = checkout.resolve(name);
        Path application = module.resolve("target/quarkus-app");
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new ImageException(
                    name + " is not built: " + application + " is missing. Run: ./mvnw package -DskipTests");
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(module.resolve("src/main/resources/application.properties"))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new ImageException("The settings of " + name + " cannot be read", e);
        }
        return new BuiltService(name, application, Integer.parseInt(settings.getProperty("quarkus.http.port")));
    }
}
