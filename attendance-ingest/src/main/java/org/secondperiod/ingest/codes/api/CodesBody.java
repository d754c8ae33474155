package org.secondperiod.ingest.codes.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.codes.MappedCode;

/** A scope's codes, all of them. */
@Schema(name = "AttendanceCodes", description = "The codes of the district, or of one school, and what each means.")
record CodesBody(
        @Schema(required = true, description = "At most 500.")
        List<Code> codes) {

    @Schema(name = "AttendanceCode")
    record Code(
            @Schema(
                    required = true,
                    examples = "A",
                    description = "The district's own code, compared exactly; at most 32 "
                            + "characters. Empty for systems whose blank code means something.")
            String code,

            @Schema(
                    required = true,
                    implementation = String.class,
                    enumeration = {
                        "IN_ATTENDANCE",
                        "PRESENT",
                        "TARDY",
                        "PARTIAL",
                        "EARLY_DEPARTURE",
                        "EXCUSED_ABSENCE",
                        "UNEXCUSED_ABSENCE"
                    },
                    description = "In the terms of Ed-Fi's AttendanceEventCategoryDescriptor.")
            AttendanceCategory category,

            @Schema(examples = "medical", description = "The coded reason that an excusing code carries.") @Nullable
            String reason) {}

    static CodesBody of(List<MappedCode> codes) {
        return new CodesBody(codes.stream()
                .map(mapped -> new Code(mapped.code(), mapped.category(), mapped.reason()))
                .toList());
    }

    List<MappedCode> mapped() {
        return codes.stream()
                .map(code -> new MappedCode(code.code(), code.category(), code.reason()))
                .toList();
    }
}
