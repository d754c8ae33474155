package org.secondperiod.outreach.erasures.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.visibility.VisibilityService;

/**
 * A student who shall be erased.
 *
 * @param studentId who
 * @param why who asked for it, and by which right
 */
@Schema(
        name = "NewErasure",
        requiredProperties = {"studentId", "why"})
record ErasureRequest(@Nullable String studentId, @Nullable String why) {

    private static final int LONGEST_WHY = 500;

    /** What is asked for, whole. */
    record Whole(String studentId, String why) {}

    /** With all that must be there; refuses (422) what is missing. */
    static Whole of(@Nullable ErasureRequest given) {
        ErasureRequest request = given == null ? new ErasureRequest(null, null) : given;
        new Given()
                .field("studentId", request.studentId)
                .field("why", request.why)
                .orRefuse();
        return new Whole(VisibilityService.id("studentId", request.studentId), why(request.why));
    }

    private static String why(@Nullable String why) {
        String stripped = why == null ? "" : why.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_WHY) {
            throw Problems.field("why", "has 1 to " + LONGEST_WHY + " characters");
        }
        return stripped;
    }
}
