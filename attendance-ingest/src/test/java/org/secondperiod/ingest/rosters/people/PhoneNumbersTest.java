package org.secondperiod.ingest.rosters.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Phone;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new PhoneNumbers("US");

    @Test
    void ten_digits_are_a_number_of_the_district() {
        assertThat(numbers.read("(718) 555-0142", null))
                .isEqualTo(new Phone("(718) 555-0142", "+17185550142", null, null));
    }

    @Test
    void eleven_digits_that_start_with_1_are_too() {
        assertThat(numbers.read("17185550142", "sms").e164()).isEqualTo("+17185550142");
    }

    @Test
    void nine_digits_are_kept_as_given() {
        assertThat(numbers.read("718555014", null))
                .isEqualTo(new Phone("718555014", null, null, "9 digits are no possible number in US"));
    }

    @Test
    void eleven_digits_that_start_otherwise_are_kept_as_given() {
        assertThat(numbers.read("27185550142", null).problem()).isEqualTo("11 digits are no possible number in US");
    }

    @Test
    void another_countrys_number_keeps_its_code() {
        assertThat(numbers.read("+1 809 555 0142", null).e164()).isEqualTo("+18095550142");
        assertThat(numbers.read("+52 55 5555 0142", null).e164()).isEqualTo("+525555550142");
    }

    @Test
    void words_are_kept_as_given() {
        assertThat(numbers.read("call grandma", null).problem()).isEqualTo("0 digits are no possible number in US");
    }

    @Test
    void a_fax_is_never_dialled() {
        assertThat(numbers.read("7185550142", "Fax"))
                .isEqualTo(new Phone("7185550142", "+17185550142", "fax", "a fax, never dialled"));
    }
}
