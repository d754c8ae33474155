package org.secondperiod.kit.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.cipher.KeyRing;

/** A district on its way from one key to another: what is written is under k1, and k0 is there for reading. */
public class TwoKeys implements QuarkusTestProfile {

    private static final String OLD_KEY = key("the key that there was before it");

    private static final String INDEX_KEY = key("the index key, which always stays");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "secondperiod.district.people-keys",
                "k0:" + OLD_KEY,
                "secondperiod.district.index-key",
                INDEX_KEY,
                "secondperiod.keys.look-every",
                "off");
    }

    /** As a service of yesterday encrypted. */
    public static DistrictCipher yesterday() {
        return new DistrictCipher(
                new KeyRing(Optional.empty(), "k0", Optional.of(List.of("k0:" + OLD_KEY)), Optional.of(INDEX_KEY)));
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.substring(0, 32).getBytes(StandardCharsets.UTF_8));
    }
}
