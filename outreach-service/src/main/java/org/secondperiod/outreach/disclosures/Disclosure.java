package org.secondperiod.outreach.disclosures;

import java.time.Instant;

/**
 * Records of a student were given to somebody outside of the schools.
 *
 * @param recipient who got them: a court, another school, a family
 * @param what which records
 * @param why by which right, such as a subpoena by its number
 */
public record Disclosure(
        String disclosureId,
        String studentId,
        String recipient,
        String what,
        String why,
        Instant disclosedAt,
        String recordedBy,
        Instant recordedAt) {}
