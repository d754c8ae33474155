package org.secondperiod.local.district;

/**
 * What a guardian is to one student.
 *
 * @param order 1 is called first
 * @param restriction {@code none}, {@code no-contact} (a court order) or {@code no-information}
 * @param phoneType mobile, home, work or fax
 * @param consent the student is of age and has agreed that the guardian is called and told
 */
public record ContactLink(
        String guardianId,
        String relation,
        int order,
        String restriction,
        String language,
        String phoneType,
        boolean doNotCall,
        boolean interpreter,
        boolean consent) {

    /** With the consent of a student of age. */
    ContactLink agreedTo() {
        return new ContactLink(
                guardianId, relation, order, restriction, language, phoneType, doNotCall, interpreter, true);
    }
}
