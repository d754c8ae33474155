package org.secondperiod.outreach.legalholds.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.visibility.VisibilityService;

/**
 * A legal hold that shall be placed: of a student or of a school, never of both.
 *
 * @param studentId whose records are kept
 * @param schoolId the school of whose students everything is kept that is of this school
 * @param why the court's or the lawyer's order, by its number
 */
@Schema(name = "NewLegalHold", requiredProperties = "why")
record LegalHoldRequest(
        @Nullable String studentId,
        @Nullable String schoolId,
        @Nullable String why) {

    private static final int LONGEST_WHY = 500;

    /** Why a hold is lifted. */
    @Schema(name = "LegalHoldLifting", requiredProperties = "why")
    record Lifting(@Nullable String why) {}

    /** With all that must be there; refuses (422) what is missing. */
    static LegalHoldRequest of(@Nullable LegalHoldRequest given) {
        LegalHoldRequest request = given == null ? new LegalHoldRequest(null, null, null) : given;
        new Given().field("why", request.why).orRefuse();
        if ((request.studentId == null) == (request.schoolId == null)) {
            throw Problems.field("studentId", "is given, or schoolId, and not both");
        }
        if (request.studentId != null) {
            VisibilityService.id("studentId", request.studentId);
        }
        if (request.schoolId != null) {
            VisibilityService.id("schoolId", request.schoolId);
        }
        return new LegalHoldRequest(request.studentId, request.schoolId, why(request.why));
    }

    static String why(@Nullable String why) {
        String stripped = why == null ? "" : why.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_WHY) {
            throw Problems.field("why", "has 1 to " + LONGEST_WHY + " characters");
        }
        return stripped;
    }
}
