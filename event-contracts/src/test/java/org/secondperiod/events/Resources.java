package org.secondperiod.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of this module and of the documentation, as a checkout has them. */
final class Resources {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final Path MAIN = Path.of("src/main/resources");

    private Resources() {}

    static JsonNode json(String path) {
        try {
            return PLAIN.readTree(MAIN.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder of the main resources. */
    static List<String> names(String folder) {
        try (var files = Files.list(MAIN.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
