package org.secondperiod.outreach.bridge.api;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.numbers.E164;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.bridge.BridgedCall;

/** Whom to connect with which number. */
@Schema(
        name = "NewBridgedCall",
        requiredProperties = {"ring", "number"})
record BridgedCallRequest(
        @Schema(
                description =
                        "Your own telephone, which rings first, an ordinary one of the district's country; it is kept nowhere",
                examples = "(718) 555-0100",
                maxLength = LONGEST)
        @Nullable
        String ring,

        @Schema(description = "The family's number, one of the card's", examples = "+17185550142", maxLength = LONGEST)
        @Nullable
        String number) {

    private static final int LONGEST = 40;

    /** What it asks for; refuses (422) what cannot be. */
    BridgedCall call(String region) {
        new Given().field("ring", ring).field("number", number).orRefuse();
        BridgedCall call = new BridgedCall(e164("ring", ring, region), e164("number", number, region));
        if (call.ring().equals(call.dial())) {
            throw Problems.field("ring", "is the family's number; give your own telephone");
        }
        if (!E164.isOrdinary(call.ring(), region)) {
            throw Problems.field("ring", "must be an ordinary telephone of this country (" + region + ")");
        }
        return call;
    }

    private static String e164(String field, @Nullable String given, String region) {
        String text = Objects.requireNonNull(given).strip();
        String e164 = text.length() > LONGEST ? null : E164.of(text, region);
        if (e164 == null) {
            throw Problems.field(field, "is no possible phone number");
        }
        return e164;
    }

    /** Shows no number, so that none comes into a log by accident. */
    @Override
    public String toString() {
        return "NewBridgedCall";
    }
}
