package org.secondperiod.ingest.rosters.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.numbers.E164;

/** Normalises numbers as they are dialled in the district's region. What can not be a number is kept as given, and says why. */
public final class PhoneNumbers {

    private static final String FAX = "fax";

    private final String region;

    /** @param region where a number without a country code is meant (ISO 3166, such as US) */
    public PhoneNumbers(String region) {
        this.region = region;
    }

    public Phone read(String asGiven, @Nullable String type) {
        return typed(new Phone(asGiven, E164.of(asGiven, region), null, null), type, impossible(asGiven));
    }

    /** The same number, of a type that was learnt elsewhere. */
    static Phone typed(Phone phone, @Nullable String type) {
        return typed(phone, type, phone.problem());
    }

    private static Phone typed(Phone phone, @Nullable String type, @Nullable String problemWithoutNumber) {
        String kind = type == null ? null : type.toLowerCase(Locale.ROOT);
        String problem = FAX.equals(kind) ? "a fax, never dialled" : null;
        return new Phone(phone.asGiven(), phone.e164(), kind, phone.e164() == null ? problemWithoutNumber : problem);
    }

    private String impossible(String asGiven) {
        long digits = asGiven.chars().filter(Character::isDigit).count();
        return digits + " digits are no possible number in " + region;
    }
}
