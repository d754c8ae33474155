package org.secondperiod.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the district of this stack has left, or is leaving: then nothing of it starts, and it is said why. */
final class Departure {

    private Departure() {}

    /** @throws StackException if it has */
    static void refuse(Layout layout) {
        Path file = layout.offBoardedFile();
        if (!Files.exists(file)) {
            return;
        }
        JsonNode left = read(file);
        String district = left.path("districtId").asText();
        throw new StackException(
                left.hasNonNull("finishedAt")
                        ? "The district %s was off-boarded at %s by %s, and its keys are destroyed: nothing of it starts any more. The certificate is in %s. ./sp demo --fresh removes what is left and begins with another district."
                                .formatted(
                                        district,
                                        left.path("finishedAt").asText(),
                                        left.path("carriedOutBy").asText(),
                                        file)
                        : "The district %s is being off-boarded, and that has not come to its end: ./sp offboard goes on with it."
                                .formatted(district));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new StackException(
                    "The district was off-boarded, and " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
