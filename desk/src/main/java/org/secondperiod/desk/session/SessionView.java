package org.secondperiod.desk.session;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a page needs to know before it asks the services anything. */
@Schema(
        name = "Session",
        requiredProperties = {"name", "district", "zone", "now"})
public record SessionView(
        @Schema(description = "Who is signed in, as the identity provider calls them", examples = "D. Rivera")
        String name,

        @Schema(description = "The district", examples = "demo")
        String district,

        @Schema(description = "The district's time zone", examples = "America/New_York")
        String zone,

        @Schema(description = "What time it is: the stack's clock, which is not always the browser's")
        Instant now) {}
