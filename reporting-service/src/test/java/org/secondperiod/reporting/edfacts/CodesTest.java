package org.secondperiod.reporting.edfacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What groups of the roster say of a student. */
class CodesTest {

    private static final Codes CODES =
            new Codes(Map.of("girl", "F", "boy", "M", "black", "BL7", "white", "WH7", "el", "LEP"));

    @Test
    void whoIsOfTwoRacesIsOfTwoOrMore() {
        assertThat(CODES.of(List.of("black", "white", "girl", "choir")))
                .isEqualTo(Map.of(Category.RACIAL_ETHNIC, "MU7", Category.SEX, "F"));
    }

    @Test
    void whatContradictsItselfIsMissing() {
        assertThat(CODES.of(List.of("girl", "boy"))).isEqualTo(Map.of(Category.SEX, Category.MISSING));
    }

    @Test
    void aSetThatNoGroupSpeaksOfCannotBeDivided() {
        assertThat(CODES.know(CategorySet.A)).isTrue();
        assertThat(CODES.know(CategorySet.B)).isFalse();
        assertThat(CODES.know(CategorySet.D)).isTrue();
        assertThat(CODES.know(CategorySet.TOTAL)).isTrue();
        assertThat(new Codes(Map.of("el", "LEP")).know(CategorySet.D)).isFalse();
    }

    @Test
    void aValueThatTheFileDoesNotPermitIsRefusedAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Codes(Map.of("girl", "FEMALE")));
    }
}
