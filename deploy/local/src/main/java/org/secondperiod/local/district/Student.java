package org.secondperiod.local.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up student.
 *
 * @param homeroom also the class of the first period
 * @param pronunciation how to say the name, where it helps
 * @param firstPeriod the first period of the student's day, where it is not the school's
 * @param badge as the roster knows it; none where the roster knows none
 * @param card the badge in the student's hand; an old one is unknown to everybody, some have none
 * @param classIds one for each of the first three periods, without those before {@code firstPeriod}
 */
public record Student(
        String id,
        School school,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        int grade,
        String homeroom,
        String language,
        @Nullable String pronunciation,
        @Nullable String firstPeriod,
        @Nullable String badge,
        @Nullable String card,
        List<String> groups,
        List<ContactLink> contacts,
        List<String> classIds) {

    public String fullName() {
        return (preferredName == null ? givenName : preferredName) + " " + familyName;
    }
}
