package org.secondperiod.kit.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.secondperiod.kit.cipher.Rings.key;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final byte[] PLAIN = "Amina".getBytes(StandardCharsets.UTF_8);
    private static final Optional<String> NO_KEY = Optional.empty();
    private static final Optional<List<String>> NO_KEYS = Optional.empty();

    @Test
    void aValueUnderAnOldKeyOpensAndNewOnesAreUnderTheCurrent() {
        var old = new DistrictCipher(Rings.of("k1", "a")).encrypt("c", PLAIN);
        var rotated = new DistrictCipher(Rings.several("k2", "k1:a", "k2:b"));

        assertThat(rotated.decrypt("c", old)).isEqualTo(PLAIN);
        assertThat(rotated.encrypt("c", PLAIN).keyId()).isEqualTo("k2");
    }

    @Test
    void theOldPropertyMayNameTheCurrentKeyBesideOthers() {
        var ring =
                new KeyRing(Optional.of(key("a")), "k1", Optional.of(List.of("k2:" + key("b"))), Optional.of(key("i")));

        assertThat(ring.ids()).containsExactly("k1", "k2");
        assertThat(ring.current()).isEqualTo("k1");
    }

    @Test
    void encryptedAgainItIsUnderTheCurrentKeyAndOfTheSameVersion() {
        var old = new DistrictCipher(Rings.of("k1", "a")).encrypt("c", PLAIN).withVersion(7);
        var rotated = new DistrictCipher(Rings.several("k2", "k1:a", "k2:b"));

        var again = rotated.again("c", old);

        assertThat(again.keyId()).isEqualTo("k2");
        assertThat(again.version()).isEqualTo(7);
        assertThat(rotated.decrypt("c", again)).isEqualTo(PLAIN);
    }

    @Test
    void marksAndEntriesStayWhenTheCurrentKeyChanges() {
        var before = Rings.several("k1", "k1:a", "k2:b");
        var after = Rings.several("k2", "k2:b");

        assertThat(new DistrictCipher(after).mark("c", PLAIN)).isEqualTo(new DistrictCipher(before).mark("c", PLAIN));
        assertThat(new BlindIndex(after).entry("+12125550100")).isEqualTo(new BlindIndex(before).entry("+12125550100"));
    }

    @Test
    void marksWithoutAnIndexKeyAreWhatTheyWereBeforeThereWasOne() {
        // Computed independently: HMAC(HMAC(key, "second period marks"), context, 0, content), 16 bytes.
        String mark = new DistrictCipher(Rings.of("k1", "a")).mark("c", PLAIN);

        assertThat(mark).isEqualTo("yjnG9g5rFQBrNKcQR5a/jw");
    }

    @Test
    void theIndexKeyOfTheOnlyKeyCanBeGivenByName() {
        // HMAC(key, "second period marks"), as docs/keys.md computes it.
        var named = new KeyRing(
                Optional.of(key("a")), "k1", NO_KEYS, Optional.of("fiJI1HSbwXGdYwBvyYeSYX02GVgLiPrJrL/UGZ//XUg="));

        assertThat(new DistrictCipher(named).mark("c", PLAIN))
                .isEqualTo(new DistrictCipher(Rings.of("k1", "a")).mark("c", PLAIN));
    }

    @Test
    void aServiceThatHandlesNoPeopleHasNoKey() {
        assertThat(new KeyRing(NO_KEY, "k1", NO_KEYS, NO_KEY).isEmpty()).isTrue();
    }

    @Test
    void aKeyOfAnotherLengthIsNamed() {
        assertThatThrownBy(() -> new KeyRing(Optional.of("c2hvcnQ="), "k1", NO_KEYS, NO_KEY))
                .hasMessage("secondperiod.district.people-key must be 32 bytes, and is 5");
        assertThatThrownBy(() -> new KeyRing(NO_KEY, "k2", Optional.of(List.of("k2:c2hvcnQ=")), NO_KEY))
                .hasMessage("secondperiod.district.people-keys k2 must be 32 bytes, and is 5");
        assertThatThrownBy(() -> new KeyRing(Optional.of(key("a")), "k1", NO_KEYS, Optional.of("c2hvcnQ=")))
                .hasMessage("secondperiod.district.index-key must be 32 bytes, and is 5");
    }

    @Test
    void whatIsNoBase64IsNotQuoted() {
        assertThatThrownBy(() -> new KeyRing(Optional.of("secret!"), "k1", NO_KEYS, NO_KEY))
                .hasMessage("secondperiod.district.people-key is not base64");
    }

    @Test
    void aCurrentKeyThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Rings.several("k3", "k1:a", "k2:b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is k3, and there is no such key")
                .hasMessageContaining("k1, k2");
    }

    @Test
    void severalKeysWantAnIndexKey() {
        assertThatThrownBy(() -> new KeyRing(
                        Optional.of(key("a")), "k1", Optional.of(List.of("k2:" + key("b"))), Optional.empty()))
                .hasMessageContaining("secondperiod.district.index-key must be set");
    }

    @Test
    void oneNameIsOneKey() {
        assertThatThrownBy(() -> Rings.several("k1", "k1:a", "k1:b"))
                .hasMessageContaining("two different keys called k1");
    }

    @Test
    void aKeyWithoutANameIsRefusedAndNotQuoted() {
        assertThatThrownBy(() -> new KeyRing(NO_KEY, "k1", Optional.of(List.of(key("a"))), NO_KEY))
                .hasMessage("secondperiod.district.people-keys must be names and keys: k1:base64,k2:base64");
        assertThatThrownBy(() -> new KeyRing(NO_KEY, "none", Optional.of(List.of("none:" + key("a"))), NO_KEY))
                .hasMessageContaining("must be names and keys");
    }
}
