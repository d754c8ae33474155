package org.secondperiod.kit.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.decode(Cursor.encode("2026-10-14", "s1", 7), 3)).containsExactly("2026-10-14", "s1", "7");
    }

    @Test
    void anythingElseIsAProblemOfTheField() {
        assertThatThrownBy(() -> Cursor.decode("!!", 1)).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode("a"), 2)).isInstanceOf(HttpProblem.class);
    }
}
