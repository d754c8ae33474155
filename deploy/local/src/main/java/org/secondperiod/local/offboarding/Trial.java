package org.secondperiod.local.offboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tries whatever is found sealed with every key that there is. */
final class Trial {

    private final List<byte[]> keys;
    private final Map<String, Map<String, long[]>> tried = new TreeMap<>();

    /** @param keys none where there are none any more */
    Trial(List<byte[]> keys) {
        this.keys = keys;
    }

    /** Tries all that stands in a text. */
    void take(String where, String text) {
        for (SealedValue value : SealedValue.in(text)) {
            long[] counts = tried.computeIfAbsent(where, key -> new TreeMap<>())
                    .computeIfAbsent(value.keyId(), key -> new long[2]);
            counts[0]++;
            if (keys.stream().anyMatch(value::opensUnder)) {
                counts[1]++;
            }
        }
    }

    /** What was tried, place by place. */
    List<Tried> result() {
        List<Tried> result = new ArrayList<>();
        tried.forEach((where, byKey) ->
                byKey.forEach((keyId, counts) -> result.add(new Tried(where, keyId, counts[0], counts[1]))));
        return result;
    }
}
