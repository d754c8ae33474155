package org.secondperiod.kit.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class E164Test {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            a telephone of New York,         +17185550100,  true
            one of California,               +12135550100,  true
            premium,                         +19002345678,  false
            free for who calls,              +18002345678,  false
            a number that follows a person,  +15002345678,  false
            Jamaica's with the same code,    +18762101234,  false
            Canada's with the same code,     +15062345678,  false
            a mobile of the United Kingdom,  +447400123456, false
            a premium one there,             +449012345678, false
            too short,                       +1718555,      false
            none,                            telephone,     false""")
    void onlyATelephoneOfTheRegionIsOrdinary(String what, String number, boolean ordinary) {
        assertThat(E164.isOrdinary(number, "US")).as(what).isEqualTo(ordinary);
    }
}
