package org.secondperiod.kit.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one form of a number (E.164, such as {@code +17185550142}). A service that reads numbers brings libphonenumber with it. */
public final class E164 {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private static final Set<PhoneNumberType> ORDINARY = Set.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.VOIP);

    private E164() {}

    /**
     * Reads a number; none if it is no possible one.
     *
     * @param region where a number without a country code is meant (ISO 3166, such as US)
     */
    public static @Nullable String of(String asGiven, String region) {
        try {
            PhoneNumber number = UTIL.parse(asGiven, region);
            return UTIL.isPossibleNumber(number) ? UTIL.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /**
     * Whether it is the number of an ordinary telephone of the region. Ringing any other one may cost what whoever rents it asks:
     * premium and shared-cost numbers, and those of other countries, also where they have the same country code.
     *
     * @param e164 as {@link #of} gives it
     */
    public static boolean isOrdinary(String e164, String region) {
        try {
            PhoneNumber number = UTIL.parse(e164, region);
            return UTIL.isValidNumberForRegion(number, region) && ORDINARY.contains(UTIL.getNumberType(number));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /**
     * The number as people of the region write it: national where it is of the region, else with its country.
     *
     * @param e164 as {@link #of} gives it; shown as it is if it is none
     */
    public static String shown(String e164, String region) {
        try {
            PhoneNumber number = UTIL.parse(e164, region);
            boolean atHome = UTIL.getCountryCodeForRegion(region) == number.getCountryCode();
            return UTIL.format(number, atHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
