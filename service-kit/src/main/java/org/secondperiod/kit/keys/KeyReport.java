package org.secondperiod.kit.keys;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.KeyRing;

/**
 * Which keys this service has, and what lies under each.
 *
 * @param current what is written is written under it
 * @param keys all that there are
 * @param fingerprints of each key by its name: the first half of its SHA-256 in hexadecimal, never the key
 * @param indexFingerprint the same of the index key
 * @param counted whether all was counted since the current key is current; until then no key is called unused
 * @param values how many lie where under which key
 * @param unused keys under which this service has nothing left
 */
@Schema(name = "KeyReport")
public record KeyReport(
        String current,
        List<String> keys,
        Map<String, String> fingerprints,
        @Nullable String indexFingerprint,
        boolean counted,
        List<KeyCount> values,
        List<String> unused) {

    static KeyReport of(KeyRing ring, boolean counted, List<KeyCount> values) {
        return of(ring.current(), ring.fingerprints(), ring.indexFingerprint().orElse(null), counted, values);
    }

    static KeyReport of(
            String current,
            Map<String, String> fingerprints,
            @Nullable String indexFingerprint,
            boolean counted,
            List<KeyCount> values) {
        List<String> keys = List.copyOf(fingerprints.keySet());
        List<String> unused = keys.stream()
                .filter(key -> counted && !key.equals(current))
                .filter(key -> values.stream().noneMatch(count -> count.keyId().equals(key)))
                .toList();
        return new KeyReport(current, keys, fingerprints, indexFingerprint, counted, values, unused);
    }
}
