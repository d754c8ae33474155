package org.secondperiod.local.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Sealed values are found wherever they stand, and open under their key alone. */
class SealedValueTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "abcdef0123456789abcdef0123456789".getBytes(StandardCharsets.UTF_8);
    private static final byte[] IV = "twelve bytes".getBytes(StandardCharsets.UTF_8);

    /** As a service seals: AES-256-GCM, bound to a context that whoever tries does not know. */
    static String sealed(byte[] key, String text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, IV));
        cipher.updateAAD("person|S1".getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"keyId\":\"k1\",\"iv\":\"%s\",\"ciphertext\":\"%s\",\"version\":3}"
                .formatted(
                        base64.encodeToString(IV),
                        base64.encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void it_opens_under_its_key_whatever_it_is_bound_to() throws Exception {
        SealedValue value =
                SealedValue.in(sealed(KEY, "{\"givenName\":\"Zoë\"}")).getFirst();

        assertThat(value.keyId()).isEqualTo("k1");
        assertThat(value.opensUnder(KEY)).isTrue();
        assertThat(value.opensUnder(OTHER)).isFalse();
    }

    @Test
    void it_is_found_inside_of_something_else_and_more_than_once() throws Exception {
        String one = sealed(KEY, "a first text of some length");
        String text = "\u0000\u0001header{\"detail\": %s, \"more\":[%s]} and quoted: %s"
                .formatted(one.replace("\":", "\" : "), one, one.replace("\"", "\\\""));

        assertThat(SealedValue.in(text)).hasSize(3).allMatch(value -> value.opensUnder(KEY));
    }

    @Test
    void what_only_looks_like_one_is_none() {
        assertThat(SealedValue.in("{\"ciphertext\":\"not base64!\",\"iv\":\"x\",\"keyId\":\"k1\"}"))
                .isEmpty();
        assertThat(SealedValue.in("{\"ciphertext\":\"AAAA\"}")).isEmpty();
        assertThat(SealedValue.in("the word ciphertext")).isEmpty();
    }
}
