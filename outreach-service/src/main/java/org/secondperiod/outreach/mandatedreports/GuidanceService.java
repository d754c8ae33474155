package org.secondperiod.outreach.mandatedreports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this district tells who suspects abuse. */
@ApplicationScoped
public class GuidanceService {

    private final MandatedReportsConfig config;

    GuidanceService(MandatedReportsConfig config) {
        this.config = config;
    }

    /** At this school; what holds everywhere if none is named. */
    public Guidance at(@Nullable String schoolId) {
        String inCharge =
                schoolId == null ? config.inCharge() : config.inChargeAt().getOrDefault(schoolId, config.inCharge());
        return new Guidance(
                        config.hotline(),
                        config.hotlineForOthers(),
                        config.emergency(),
                        config.form(),
                        config.writtenWithin(),
                        inCharge,
                        List.of(),
                        config.notes())
                .withSteps(config.steps().orElse(Guidance.USUAL_STEPS));
    }
}
