package org.secondperiod.kit.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Test
    void everyCharacterIsJudgedAsTheShapeSays() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            var alone = String.valueOf((char) c);
            assertThat(Ids.isId(alone))
                    .as("character %d", c)
                    .isEqualTo(SHAPE.matcher(alone).matches());
            assertThat(Ids.isId("a" + alone))
                    .isEqualTo(SHAPE.matcher("a" + alone).matches());
        }
    }

    @Test
    void anIdHasOneTo64Characters() {
        assertThat(Ids.isId("")).isFalse();
        assertThat(Ids.isId("x".repeat(64))).isTrue();
        assertThat(Ids.isId("x".repeat(65))).isFalse();
    }
}
