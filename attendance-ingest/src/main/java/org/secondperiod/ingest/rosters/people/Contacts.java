package org.secondperiod.ingest.rosters.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;

/** Whom to call for a student, in which order, and whom never. */
final class Contacts {

    private static final Set<String> RELATIONS = Set.of("guardian", "parent", "relative");

    /** The side file's order first, then the roster's own. */
    private static final Comparator<StudentParts.Guardian> CALLING_ORDER = Comparator.comparing(
                    (StudentParts.Guardian guardian) -> guardian.setting().order(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(StudentParts.Guardian::place)
            .thenComparing(StudentParts.Guardian::id);

    private Contacts() {}

    static List<Contact> inCallingOrder(List<StudentParts.Guardian> guardians, @Nullable String familyLanguage) {
        List<StudentParts.Guardian> ordered =
                guardians.stream().sorted(CALLING_ORDER).toList();
        List<Contact> contacts = new ArrayList<>(ordered.size());
        for (StudentParts.Guardian guardian : ordered) {
            contacts.add(contact(guardian, contacts.size() + 1, familyLanguage));
        }
        return List.copyOf(contacts);
    }

    private static Contact contact(StudentParts.Guardian guardian, int order, @Nullable String familyLanguage) {
        ContactSetting setting = guardian.setting();
        return new Contact(
                guardian.id(),
                guardian.details().givenName(),
                guardian.details().familyName(),
                firstOf(setting.relation(), relation(guardian.role())),
                order,
                firstOf(setting.language(), firstOf(guardian.language(), familyLanguage)),
                setting.interpreter(),
                restriction(setting),
                setting.restriction() == null && !setting.doNotCall(),
                setting.consent(),
                phones(guardian.details().phones(), setting.phoneType()));
    }

    private static @Nullable String restriction(ContactSetting setting) {
        return setting.restriction() == null && setting.doNotCall() ? "do-not-call" : setting.restriction();
    }

    /** The side file's type is about the number in the {@code phone} column; the one in {@code sms} has its own. */
    private static List<Phone> phones(List<Phone> phones, @Nullable String phoneType) {
        return phoneType == null
                ? phones
                : phones.stream()
                        .map(phone -> phone.type() == null ? PhoneNumbers.typed(phone, phoneType) : phone)
                        .toList();
    }

    private static @Nullable String relation(@Nullable String role) {
        return role != null && RELATIONS.contains(role) ? role : null;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
