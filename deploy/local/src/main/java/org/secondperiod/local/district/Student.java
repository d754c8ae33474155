package org.secondperiod.local.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up student.
 *
 * @param homeroom also the class of the first period
 * @param pronunciation how to say the name, where it helps
 * @param firstPeriod the first period of the student's day, where it is not the school's
 * @param isOfAge eighteen: what the school tells is theirs to know, and not the family's
 * @param phone their own, where the roster has it
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
        boolean isOfAge,
        @Nullable String phone,
        @Nullable String badge,
        @Nullable String card,
        List<String> groups,
        List<ContactLink> contacts,
        List<String> classIds) {

    /** The same student at eighteen. */
    Student ofAge(String own, List<ContactLink> agreed) {
        return new Student(
                id,
                school,
                givenName,
                familyName,
                preferredName,
                grade,
                homeroom,
                language,
                pronunciation,
                firstPeriod,
                true,
                own,
                badge,
                card,
                groups,
                agreed,
                classIds);
    }

    public String fullName() {
        return (preferredName == null ? givenName : preferredName) + " " + familyName;
    }
}
