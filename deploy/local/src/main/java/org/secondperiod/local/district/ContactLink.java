package org.secondperiod.local.district;

/**
 * What a guardian is to one student.
 *
 * @param order 1 is called first
 * @param restriction {@code none}, {@code no-contact} (a court order) or {@code no-information}
 * @param phoneType mobile, home, work or fax
 */
public record ContactLink(
        String guardianId,
        String relation,
        int order,
        String restriction,
        String language,
        String phoneType,
        boolean doNotCall,
        boolean interpreter) {}
