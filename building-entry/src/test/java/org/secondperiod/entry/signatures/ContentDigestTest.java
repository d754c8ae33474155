package org.secondperiod.entry.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the examples that RFC 9530 (B.1, B.2) and RFC 9421 (B.2) publish. */
class ContentDigestTest {

    private static final String SHA_256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
    private static final String SHA_512 =
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

    @Test
    void thePublishedDigestsHold() {
        assertThat(ContentDigest.read(SHA_256).matches("{\"hello\": \"world\"}\n".getBytes(UTF_8)))
                .isTrue();
        assertThat(ContentDigest.read("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
                        .matches(new byte[0]))
                .isTrue();
        assertThat(ContentDigest.read(SHA_512).matches("{\"hello\": \"world\"}".getBytes(UTF_8)))
                .isTrue();
    }

    @Test
    void anotherBodyIsNotTheOne() {
        assertThat(ContentDigest.read(SHA_256).matches("{\"hello\": \"world\"}".getBytes(UTF_8)))
                .isFalse();
    }

    @Test
    void allThatAreKnownMustHold() {
        byte[] body = "{\"hello\": \"world\"}".getBytes(UTF_8);

        assertThat(ContentDigest.read("md5=:AAAA:, " + SHA_512).matches(body)).isTrue();
        assertThat(ContentDigest.read(SHA_256 + ", " + SHA_512).matches(body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha-256", "sha-256=RK/0", "sha-256=:RK/0", "md5=:AAAA:", "sha-1=:AAAA:", "sha-256=:AAAA:,"})
    void whatIsNoDigestIsRefused(String header) {
        assertThatThrownBy(() -> ContentDigest.read(header)).isInstanceOf(UnreadableSignature.class);
    }
}
