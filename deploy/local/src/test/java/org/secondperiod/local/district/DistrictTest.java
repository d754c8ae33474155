package org.secondperiod.local.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DistrictTest {

    private final District district = District.usual();

    @Test
    void equal_seeds_make_equal_districts_and_others_do_not() {
        assertThat(District.of(7, School.ALL)).isEqualTo(District.of(7, School.ALL));
        assertThat(District.of(7, School.ALL)).isNotEqualTo(District.of(8, School.ALL));
    }

    @Test
    void in_a_school_of_two_thousand_every_number_is_one_persons() {
        School large = new School("L1", "Large School", "Large", "B-LARGE", 2_000, School.BRONX_LAB.periods());

        District alone = District.of(7, List.of(large));

        assertThat(alone.of(large)).hasSize(2_000);
        List<String> phones = alone.guardians().stream()
                .map(Guardian::phone)
                .filter(phone -> phone != null && phone.replaceAll("\\D", "").length() == 10)
                .map(phone -> phone.replaceAll("\\D", ""))
                .toList();
        assertThat(new HashSet<>(phones)).hasSameSizeAs(phones);
        assertThat(new DistrictRoster(alone).orgs().map(RosterContent.Org::id)).containsExactly("demo-district", "L1");
    }

    @Test
    void every_school_has_its_students_and_no_id_or_badge_is_there_twice() {
        for (School school : School.ALL) {
            assertThat(district.of(school)).hasSize(school.size());
        }
        List<String> ids = district.students().stream().map(Student::id).toList();
        List<String> badges = district.students().stream()
                .map(Student::badge)
                .filter(badge -> badge != null)
                .toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(new HashSet<>(badges)).hasSameSizeAs(badges);
    }

    @Test
    void two_schools_share_a_campus() {
        Map<String, Long> schoolsPerBuilding =
                School.ALL.stream().collect(Collectors.groupingBy(School::building, Collectors.counting()));

        assertThat(schoolsPerBuilding.values()).containsExactlyInAnyOrder(2L, 1L);
    }

    @Test
    void five_languages_are_spoken_at_home() {
        assertThat(district.students().stream().map(Student::language).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("en", "es", "bn", "ar", "fr");
    }

    @Test
    void siblings_share_their_guardians_also_across_schools() {
        Map<List<ContactLink>, Set<School>> families = district.students().stream()
                .collect(Collectors.groupingBy(
                        Student::contacts, Collectors.mapping(Student::school, Collectors.toSet())));

        assertThat(families.size()).isLessThan(district.students().size());
        assertThat(families.values()).anyMatch(schools -> schools.size() > 1);
    }

    @Test
    void numbers_are_fictional_and_some_are_wrong_or_missing() {
        List<String> phones = district.guardians().stream()
                .map(Guardian::phone)
                .filter(phone -> phone != null)
                .toList();

        assertThat(phones).hasSizeLessThan(district.guardians().size());
        assertThat(phones.stream()
                        .filter(phone ->
                                phone.chars().filter(Character::isDigit).count() > 6))
                .allMatch(phone -> phone.replaceAll("\\D", "").contains("555"));
        assertThat(phones).anyMatch(phone -> phone.replaceAll("\\D", "").length() == 9);
        assertThat(phones).anyMatch(phone -> phone.replaceAll("\\D", "").length() == 11);
        assertThat(phones).contains("call mother at work");
    }

    @Test
    void there_are_a_custody_restriction_a_do_not_call_old_badges_and_later_first_periods() {
        List<ContactLink> contacts = district.students().stream()
                .flatMap(student -> student.contacts().stream())
                .toList();

        assertThat(contacts).anyMatch(contact -> contact.restriction().equals("no-contact"));
        assertThat(contacts).anyMatch(ContactLink::doNotCall);
        assertThat(contacts).anyMatch(ContactLink::interpreter);
        assertThat(district.students()).anyMatch(student -> student.card() == null);
        assertThat(district.students()).anyMatch(student -> student.badge() == null && student.card() != null);
        assertThat(district.students()).anyMatch(student -> "2".equals(student.firstPeriod()));
        assertThat(district.students()).anyMatch(student -> student.pronunciation() != null);
    }

    @Test
    void some_of_the_oldest_are_eighteen_with_a_number_of_their_own_and_some_have_agreed_to_one_guardian() {
        List<Student> ofAge =
                district.students().stream().filter(Student::isOfAge).toList();

        assertThat(ofAge).hasSizeBetween(30, 60);
        assertThat(ofAge).allMatch(student -> student.grade() == 12);
        assertThat(ofAge.stream().map(Student::phone)).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(ofAge).anyMatch(student -> student.contacts().stream().anyMatch(ContactLink::consent));
        assertThat(ofAge).anyMatch(student -> student.contacts().stream().noneMatch(ContactLink::consent));
        assertThat(ofAge.stream().flatMap(student -> student.contacts().stream()))
                .noneMatch(contact -> contact.consent() && contact.order() > 1);
        assertThat(district.students())
                .filteredOn(student -> !student.isOfAge())
                .allMatch(student ->
                        student.phone() == null && student.contacts().stream().noneMatch(ContactLink::consent));
    }
}
