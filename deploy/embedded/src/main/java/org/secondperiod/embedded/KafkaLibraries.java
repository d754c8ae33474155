package org.secondperiod.embedded;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the broker's own jars are: the build of this module copies them to {@code target/kafka-lib}. */
final class KafkaLibraries {

    static final String PROPERTY = "secondperiod.kafka.lib";

    private static final String BESIDE = "kafka-lib";
    private static final Path IN_CHECKOUT = Path.of("deploy", "embedded", "target", BESIDE);

    private KafkaLibraries() {}

    /**
     * The folder with the broker's jars.
     *
     * @throws EmbeddedStackException when no build has copied them yet
     */
    static Path folder() {
        return candidates()
                .filter(folder -> Files.isDirectory(folder))
                .findFirst()
                .orElseThrow(() -> new EmbeddedStackException(
                        "The Kafka broker's jars are not there. Build them with: ./mvnw process-resources -pl deploy/embedded"
                                + " (or name their folder with -D" + PROPERTY + "=...)."));
    }

    private static Stream<Path> candidates() {
        List<Path> found = new ArrayList<>();
        Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).ifPresent(found::add);
        besideThisCode().ifPresent(found::add);
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            found.add(at.resolve(IN_CHECKOUT));
        }
        return found.stream();
    }

    private static Optional<Path> besideThisCode() {
        try {
            Path code = Path.of(Objects.requireNonNull(
                            KafkaLibraries.class.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
            @Nullable Path folder = code.getParent();
            return Optional.ofNullable(folder).map(parent -> parent.resolve(BESIDE));
        } catch (URISyntaxException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
