package org.secondperiod.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** On what it was measured. */
final class Machine {

    private Machine() {}

    static String describe() {
        return "%s, %d cores; Java %s; one machine for services, broker, database and load"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("an unnamed processor");
        } catch (IOException e) {
            return "an unknown processor";
        }
    }
}
