package org.secondperiod.kit.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistrictCipherTest {

    private static final byte[] PLAIN = "Amina".getBytes(StandardCharsets.UTF_8);

    private final DistrictCipher cipher = withKey("0123456789abcdef0123456789abcdef", "k1");

    @Test
    void whatWasEncryptedOpensAgain() {
        var value = cipher.encrypt("roster.people.v1|s1", PLAIN);

        assertThat(cipher.decrypt("roster.people.v1|s1", value)).isEqualTo(PLAIN);
        assertThat(value.ciphertext()).doesNotContain("Amina");
    }

    @Test
    void theSameTextIsNeverTheSameCiphertext() {
        assertThat(cipher.encrypt("c", PLAIN)).isNotEqualTo(cipher.encrypt("c", PLAIN));
    }

    @Test
    void aValueMovedToAnotherStudentDoesNotOpen() {
        var value = cipher.encrypt("roster.people.v1|s1", PLAIN);

        assertThatThrownBy(() -> cipher.decrypt("roster.people.v1|s2", value))
                .isInstanceOf(UndecipherableException.class);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        var value = cipher.encrypt("c", PLAIN);

        assertThatThrownBy(
                        () -> withKey("ffffffffffffffffffffffffffffffff", "k1").decrypt("c", value))
                .isInstanceOf(UndecipherableException.class);
        assertThatThrownBy(
                        () -> withKey("0123456789abcdef0123456789abcdef", "k2").decrypt("c", value))
                .isInstanceOf(UndecipherableException.class)
                .hasMessageContaining("k1");
    }

    @Test
    void aKeyOfAnotherLengthIsNamed() {
        assertThatThrownBy(() -> withKey("short", "k1").encrypt("c", PLAIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32 bytes");
    }

    private static DistrictCipher withKey(String key, String id) {
        return new DistrictCipher(new KeyRing(
                Optional.of(Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))),
                id,
                Optional.empty(),
                Optional.empty()));
    }
}
