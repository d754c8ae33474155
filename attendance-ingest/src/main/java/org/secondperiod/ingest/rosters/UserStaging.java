package org.secondperiod.ingest.rosters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.ingest.rosters.db.Sealed;
import org.secondperiod.ingest.rosters.db.SealedRows;
import org.secondperiod.ingest.rosters.db.StagedContact;
import org.secondperiod.ingest.rosters.db.StagedMembership;
import org.secondperiod.ingest.rosters.db.StagedUser;
import org.secondperiod.ingest.rosters.oneroster.ContactRow;
import org.secondperiod.ingest.rosters.oneroster.Row;
import org.secondperiod.ingest.rosters.oneroster.UserRow;
import org.secondperiod.ingest.rosters.people.ContactSetting;
import org.secondperiod.ingest.rosters.people.PersonDetails;
import org.secondperiod.ingest.rosters.people.PhoneNumbers;

/** Makes of rows with people in them what may be stored: names, numbers and restrictions sealed. */
final class UserStaging {

    private static final String SMS = "sms";

    private final Sealed sealed;
    private final PhoneNumbers numbers;

    UserStaging(Sealed sealed, PhoneNumbers numbers) {
        this.sealed = sealed;
        this.numbers = numbers;
    }

    /** A number that can not be one is noted, and kept as given. */
    StagedUser user(UserRow user, Row line) {
        List<Phone> phones = new ArrayList<>(2);
        addNumber(phones, user.phone(), null, "phone", line);
        addNumber(phones, user.sms(), SMS, "sms", line);
        PersonDetails details = new PersonDetails(
                user.givenName(),
                user.familyName(),
                user.preferredName(),
                user.pronunciation(),
                List.copyOf(phones),
                onlyTrue(user.ofAge()));
        Sealed.Value value = sealed.seal(SealedRows.user(user.id()), details);
        return new StagedUser(
                user.line(),
                user.id(),
                user.deleted(),
                user.modified(),
                user.role(),
                user.agents(),
                value.details(),
                value.mark(),
                user.grade(),
                user.language(),
                user.homeroom(),
                user.firstPeriod(),
                user.groups(),
                user.badges());
    }

    /** 1.1's memberships, which stand in the user's own line. */
    List<StagedMembership> memberships(UserRow user) {
        String role = user.role();
        if (user.deleted() || role == null) {
            return List.of();
        }
        return user.orgs().stream()
                .map(org -> new StagedMembership(
                        user.line(),
                        String.join("|", user.id(), org, role),
                        false,
                        user.modified(),
                        user.id(),
                        org,
                        role))
                .toList();
    }

    StagedContact contact(ContactRow row) {
        ContactSetting setting = new ContactSetting(
                row.relation(),
                row.order(),
                row.restriction(),
                row.language(),
                row.phoneType(),
                row.doNotCall(),
                row.interpreter(),
                onlyTrue(row.consent()));
        Sealed.Value value = sealed.seal(SealedRows.contactSetting(row.studentId(), row.guardianId()), setting);
        return new StagedContact(
                row.line(),
                row.studentId() + "|" + row.guardianId(),
                false,
                row.studentId(),
                row.guardianId(),
                value.details(),
                value.mark());
    }

    /** What most rows do not say changes nothing that is stored of them. */
    private static @Nullable Boolean onlyTrue(boolean said) {
        return said ? Boolean.TRUE : null;
    }

    private void addNumber(
            List<Phone> phones, @Nullable String asGiven, @Nullable String type, String column, Row line) {
        if (asGiven == null) {
            return;
        }
        Phone phone = numbers.read(asGiven, type);
        if (phone.e164() == null) {
            line.note(column, phone.problem() + "; kept as given, and not dialled");
        }
        phones.add(phone);
    }
}
