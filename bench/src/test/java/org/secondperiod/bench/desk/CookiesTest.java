package org.secondperiod.bench.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void whatIsSetIsSentAndWhatHasNoAgeIsForgotten() {
        var cookies = new Cookies();

        cookies.take(List.of("q_auth_1=abc; Path=/; HttpOnly", "lang=en"));
        cookies.take(List.of("q_auth_1=; Max-Age=0; Path=/", "q_session_chunk_1=e=y==; Max-Age=3600; HttpOnly"));

        assertThat(cookies.header()).isEqualTo("lang=en; q_session_chunk_1=e=y==");
        assertThat(cookies.hasOneThatBeginsWith("q_session")).isTrue();
        assertThat(cookies.hasOneThatBeginsWith("q_auth")).isFalse();
    }
}
