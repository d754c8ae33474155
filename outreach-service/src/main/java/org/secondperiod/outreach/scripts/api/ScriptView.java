package org.secondperiod.outreach.scripts.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.scripts.Script;
import org.secondperiod.outreach.scripts.ScriptKind;

/** A script. */
@Schema(name = "Script")
record ScriptView(
        @Schema(examples = "es") String language,
        ScriptKind kind,

        @Schema(examples = "Hola, le llamamos de {school}. Por favor, llame a la escuela.")
        String text,

        @Schema(description = "it came with the service") boolean usual,

        @Schema(description = "how often the district changed it")
        long version,

        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    static ScriptView of(Script script) {
        return new ScriptView(
                script.language(),
                script.kind(),
                script.text(),
                script.usual(),
                script.version(),
                script.changedBy(),
                script.changedAt());
    }
}
