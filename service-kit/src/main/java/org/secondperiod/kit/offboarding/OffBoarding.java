package org.secondperiod.kit.offboarding;

import java.time.Instant;

/** The order that ends a district. */
public record OffBoarding(String districtId, String orderedBy, Instant orderedAt) {}
