package org.secondperiod.entry.readers.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.ReaderSettings;

/** What a reader is to be. */
@Schema(name = "ReaderSettings")
public record ReaderRequest(
        @Schema(description = "The building where it stands", examples = "B-EAST")
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9._:-]{1,64}",
                message = "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -")
        String buildingId,

        @Schema(description = "Its name as people say it", examples = "Main door") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "Whether it is waited for; its scans count either way", defaultValue = "true") @Nullable
        Boolean inService,

        @Schema(
                description = "Minutes that it may be silent before its doors count as not listening",
                defaultValue = "10")
        @Min(1)
        @Max(1440)
        @Nullable
        Integer allowedSilenceMinutes) {

    private static final int DEFAULT_SILENCE = 10;

    ReaderSettings settings() {
        return new ReaderSettings(
                buildingId,
                name.strip(),
                inService == null || inService,
                allowedSilenceMinutes == null ? DEFAULT_SILENCE : allowedSilenceMinutes);
    }
}
