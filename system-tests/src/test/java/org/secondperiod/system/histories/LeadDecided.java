package org.secondperiod.system.histories;

import java.time.LocalDate;

/**
 * A lead decided of a hold.
 *
 * @param reason the hold's
 * @param verdict {@code RELEASE} or {@code KEEP}
 */
record LeadDecided(String schoolId, LocalDate schoolDay, String reason, String verdict) {}
