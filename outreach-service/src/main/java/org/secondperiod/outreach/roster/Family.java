package org.secondperiod.outreach.roster;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A student with whom to call.
 *
 * @param own the student's own numbers
 * @param studentFirst the student is of age, and the district calls the student
 */
public record Family(PersonName student, List<FamilyNumber> own, List<FamilyContact> contacts, boolean studentFirst) {

    public Family {
        contacts = contacts.stream()
                .sorted(Comparator.comparing(FamilyContact::order).thenComparing(FamilyContact::contactId))
                .toList();
    }

    /** By which numbers a call may come. */
    public PersonNumbers numbers() {
        return new PersonNumbers(
                Stream.concat(
                                e164(own),
                                contacts.stream()
                                        .filter(FamilyContact::mayBeCalled)
                                        .flatMap(contact -> e164(contact.numbers())))
                        .collect(toSet()),
                contacts.stream()
                        .filter(contact -> !contact.mayBeCalled())
                        .flatMap(contact -> e164(contact.numbers()))
                        .collect(toSet()));
    }

    /** Who may be called, by id. */
    public Set<String> callableContacts() {
        return contacts.stream()
                .filter(FamilyContact::mayBeCalled)
                .map(FamilyContact::contactId)
                .collect(toSet());
    }

    private static Stream<String> e164(List<FamilyNumber> numbers) {
        return numbers.stream().map(FamilyNumber::e164).filter(Objects::nonNull);
    }

    /** Shows nobody, so that no name comes into a log by accident. */
    @Override
    public String toString() {
        return "Family";
    }
}
