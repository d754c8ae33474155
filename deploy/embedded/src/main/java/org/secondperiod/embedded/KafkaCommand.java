package org.secondperiod.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a one-node KRaft broker, and the folder it needs: settings written, storage formatted once.
 * Whoever runs the command owns the process.
 */
public final class KafkaCommand {

    /** A second or two on an idle machine; many times that on one that builds and tests at the same time. */
    private static final Duration FORMAT_LIMIT = Duration.ofMinutes(10);

    private KafkaCommand() {}

    /**
     * Prepares {@code folder} and returns the command that runs the broker in the foreground on {@code port}.
     *
     * @param folder kept between runs, or temporary; holds {@code server.properties} and the log segments
     */
    public static List<String> prepare(int port, Path folder) {
        return prepare(port, folder, null);
    }

    static List<String> prepare(int port, Path folder, KafkaSettings.@Nullable Fronted fronted) {
        Path absolute = folder.toAbsolutePath();
        Folders.create(absolute);
        Path settings = absolute.resolve("server.properties");
        write(settings, KafkaSettings.text(port, Ports.free(), absolute.resolve("data"), fronted));
        if (!Files.exists(absolute.resolve("data").resolve("meta.properties"))) {
            format(settings, absolute);
        }
        return java("512m", "kafka.Kafka", settings.toString());
    }

    private static void format(Path settings, Path folder) {
        List<String> command =
                java("128m", "kafka.tools.StorageTool", "format", "-t", clusterId(), "-c", settings.toString());
        new ToolRun(command, folder.resolve("format.log"), FORMAT_LIMIT)
                .complete("The broker's storage could not be formatted");
    }

    private static List<String> java(String heap, String... mainAndArguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "-cp",
                KafkaLibraries.folder().resolve("*").toString()));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    /** Never begins with a hyphen, which the tool would take for an option. */
    private static String clusterId() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        bytes[0] &= 0x7f;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EmbeddedStackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
