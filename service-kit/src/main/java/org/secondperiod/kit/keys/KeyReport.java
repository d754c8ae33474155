package org.secondperiod.kit.keys;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which keys this service has, and what lies under each.
 *
 * @param current what is written is written under it
 * @param keys all that there are
 * @param counted whether all was counted since the current key is current; until then no key is called unused
 * @param values how many lie where under which key
 * @param unused keys under which this service has nothing left
 */
@Schema(name = "KeyReport")
public record KeyReport(
        String current, List<String> keys, boolean counted, List<KeyCount> values, List<String> unused) {

    static KeyReport of(String current, List<String> keys, boolean counted, List<KeyCount> values) {
        List<String> unused = keys.stream()
                .filter(key -> counted && !key.equals(current))
                .filter(key -> values.stream().noneMatch(count -> count.keyId().equals(key)))
                .toList();
        return new KeyReport(current, keys, counted, values, unused);
    }
}
