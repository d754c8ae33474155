package org.secondperiod.ingest.rosters.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EnrolmentsChanged.Badge;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;

class StudentProfileTest {

    private static final PersonDetails NAMED = new PersonDetails("Given", "Family", null, null, List.of(), null);
    private static final StudentParts.Membership AT_S1 = new StudentParts.Membership("S1", null, null);

    @Test
    void a_student_at_two_schools_has_an_enrolment_at_each_with_its_own_classes() {
        StudentProfile profile = StudentProfile.of(parts(
                List.of(AT_S1, new StudentParts.Membership("S2", LocalDate.parse("2026-10-01"), null)),
                List.of(seat("S1", "C1", false), seat("S2", "C2", false)),
                List.of()));

        assertThat(profile.enrolments().enrolments())
                .extracting(Enrolment::schoolId)
                .containsExactly("S1", "S2");
        assertThat(profile.enrolments().enrolments().get(1).classes())
                .extracting(schoolClass -> schoolClass.classId())
                .containsExactly("C2");
        assertThat(profile.enrolments().enrolments().get(1).entry()).isEqualTo("2026-10-01");
    }

    @Test
    void the_homeroom_is_the_class_of_that_kind() {
        StudentProfile profile = StudentProfile.of(
                parts(List.of(AT_S1), List.of(seat("S1", "C1", false), seat("S1", "H9", true)), List.of()));

        assertThat(profile.enrolments().enrolments().getFirst().homeroom()).isEqualTo("Class H9");
    }

    @Test
    void a_student_without_memberships_left() {
        StudentProfile profile = StudentProfile.of(parts(List.of(), List.of(seat("S1", "C1", false)), List.of()));

        assertThat(profile.enrolments()).isEqualTo(Enrolments.NONE);
    }

    @Test
    void a_badge_with_dates_stands_before_the_same_badge_without() {
        StudentParts parts = new StudentParts(
                student(List.of("B1", "B2")),
                List.of(AT_S1),
                List.of(),
                List.of(),
                List.of(new Badge("B1", Instant.EPOCH, null)));

        assertThat(StudentProfile.of(parts).enrolments().badges())
                .containsExactly(new Badge("B1", Instant.EPOCH, null), new Badge("B2", null, null));
    }

    @Test
    void contacts_come_in_the_side_files_order_and_then_in_the_rosters() {
        List<Contact> contacts = contacts(
                guardian("P1", 1, ContactSetting.NONE),
                guardian("P2", 2, ContactSetting.NONE),
                guardian("P3", 3, new ContactSetting("grandmother", 1, null, null, null, false, true, null)));

        assertThat(contacts).extracting(Contact::contactId).containsExactly("P3", "P1", "P2");
        assertThat(contacts).extracting(Contact::order).containsExactly(1, 2, 3);
        assertThat(contacts.getFirst().relation()).isEqualTo("grandmother");
        assertThat(contacts.getFirst().interpreter()).isTrue();
        assertThat(contacts.get(1).relation()).isEqualTo("parent");
        assertThat(contacts.get(1).callable()).isTrue();
    }

    @Test
    void a_restriction_bars_the_call() {
        Contact contact =
                contacts(guardian("P1", 1, setting("no-contact", false, null))).getFirst();

        assertThat(contact.callable()).isFalse();
        assertThat(contact.restriction()).isEqualTo("no-contact");
    }

    @Test
    void a_court_orders_words_bar_the_call() {
        Contact contact = contacts(guardian("P1", 1, setting("Order of 2026-03-02: mother only", false, null)))
                .getFirst();

        assertThat(contact.callable()).isFalse();
        assertThat(contact.restriction()).isEqualTo("Order of 2026-03-02: mother only");
    }

    @Test
    void do_not_call_bars_the_call() {
        Contact contact = contacts(guardian("P1", 1, setting(null, true, null))).getFirst();

        assertThat(contact.callable()).isFalse();
        assertThat(contact.restriction()).isEqualTo("do-not-call");
    }

    @Test
    void of_whoever_is_of_age_it_is_told_and_who_may_be_told_of_them() {
        StudentParts.Student adult = new StudentParts.Student(
                "A1",
                new PersonDetails("Given", "Family", null, null, List.of(), true),
                "12",
                "es",
                null,
                null,
                List.of(),
                List.of());
        ContactSetting agreed = new ContactSetting(null, null, null, null, null, false, false, true);

        Person person = StudentProfile.of(new StudentParts(
                        adult,
                        List.of(AT_S1),
                        List.of(),
                        List.of(guardian("P1", 1, agreed), guardian("P2", 2, ContactSetting.NONE)),
                        List.of()))
                .person();

        assertThat(person.ofAge()).isTrue();
        assertThat(person.contacts()).extracting(Contact::consent).containsExactly(true, null);
        assertThat(person.contacts()).extracting(Contact::callable).containsExactly(true, true);
    }

    @Test
    void what_most_rosters_do_not_say_leaves_no_trace_in_what_is_stored() {
        assertThat(new String(EventJson.write(NAMED), StandardCharsets.UTF_8)).doesNotContain("ofAge");
        assertThat(new String(EventJson.write(ContactSetting.NONE), StandardCharsets.UTF_8))
                .doesNotContain("consent");
    }

    @Test
    void a_fax_in_the_phone_column_is_not_dialled_and_the_sms_number_is() {
        Contact contact =
                contacts(guardian("P1", 1, setting(null, false, "fax"))).getFirst();

        assertThat(contact.phones())
                .containsExactly(
                        new Phone("7185550142", "+17185550142", "fax", "a fax, never dialled"),
                        new Phone("7185550143", "+17185550143", "sms", null));
    }

    @Test
    void nothing_is_told_of_somebody_who_was_never_a_student() {
        StudentProfile teacher = StudentProfile.of(parts(List.of(), List.of(), List.of()));

        assertThat(ProfileChange.between("A1", null, teacher, List.of(), "mark", false))
                .isNull();
    }

    @Test
    void a_student_who_left_has_no_enrolments_and_is_still_known() {
        ProfileChange change = ProfileChange.between("A1", told("mark"), null, List.of(), null, false);

        assertThat(change).isNotNull();
        assertThat(change.enrolmentsChanged()).isTrue();
        assertThat(change.personChanged()).isFalse();
        assertThat(change.erases()).isFalse();
        assertThat(change.now()).isEqualTo(new Told(Enrolments.NONE, "mark", false));
    }

    @Test
    void a_student_whom_the_source_deletes_is_forgotten() {
        ProfileChange change = ProfileChange.between("A1", told("mark"), null, List.of(), null, true);

        assertThat(change).isNotNull();
        assertThat(change.erases()).isTrue();
        assertThat(change.now()).isEqualTo(new Told(Enrolments.NONE, null, true));
    }

    @Test
    void a_student_who_left_is_forgotten_when_the_source_deletes_them_later() {
        ProfileChange change =
                ProfileChange.between("A1", new Told(Enrolments.NONE, "mark", false), null, List.of(), null, true);

        assertThat(change).isNotNull();
        assertThat(change.erases()).isTrue();
    }

    @Test
    void a_student_is_forgotten_once() {
        ProfileChange change =
                ProfileChange.between("A1", new Told(Enrolments.NONE, null, true), null, List.of(), null, true);

        assertThat(change).isNotNull();
        assertThat(change.toTell()).isFalse();
    }

    @Test
    void a_student_who_comes_back_is_told_of_anew() {
        ProfileChange change =
                ProfileChange.between("A1", new Told(Enrolments.NONE, null, true), atS1(), List.of(), "mark", false);

        assertThat(change).isNotNull();
        assertThat(change.enrolmentsChanged()).isTrue();
        assertThat(change.personChanged()).isTrue();
        assertThat(change.now().erased()).isFalse();
    }

    @Test
    void what_did_not_change_is_not_told() {
        ProfileChange change = ProfileChange.between("A1", told("mark"), atS1(), List.of(), "mark", false);

        assertThat(change).isNotNull();
        assertThat(change.toTell()).isFalse();
    }

    private static StudentProfile atS1() {
        return StudentProfile.of(parts(List.of(AT_S1), List.of(), List.of()));
    }

    private static Told told(String mark) {
        return new Told(atS1().enrolments(), mark, false);
    }

    private static List<Contact> contacts(StudentParts.Guardian... guardians) {
        Person person = StudentProfile.of(parts(List.of(AT_S1), List.of(), List.of(guardians)))
                .person();
        return person.contacts();
    }

    private static StudentParts parts(
            List<StudentParts.Membership> memberships,
            List<StudentParts.Seat> seats,
            List<StudentParts.Guardian> guardians) {
        return new StudentParts(student(List.of()), memberships, seats, guardians, List.of());
    }

    private static StudentParts.Student student(List<String> badges) {
        return new StudentParts.Student("A1", NAMED, "09", "es", null, null, List.of(), badges);
    }

    private static StudentParts.Seat seat(String school, String classId, boolean homeroom) {
        return new StudentParts.Seat(school, classId, "Class " + classId, homeroom, List.of("1"), "T1");
    }

    private static StudentParts.Guardian guardian(String id, long place, ContactSetting setting) {
        PersonDetails details = new PersonDetails(
                "Given",
                "Family",
                null,
                null,
                List.of(
                        new Phone("7185550142", "+17185550142", null, null),
                        new Phone("7185550143", "+17185550143", "sms", null)),
                null);
        return new StudentParts.Guardian(id, details, "parent", null, place, setting);
    }

    private static ContactSetting setting(@Nullable String restriction, boolean doNotCall, @Nullable String phoneType) {
        return new ContactSetting(null, null, restriction, null, phoneType, doNotCall, false, null);
    }
}
