package org.secondperiod.kit.cipher;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Rings for tests. A key is a letter, 32 times. */
final class Rings {

    private Rings() {}

    static KeyRing of(String id, String letter) {
        return new KeyRing(Optional.of(key(letter)), id, Optional.empty(), Optional.empty());
    }

    /** @param named such as {@code k1:a} */
    static KeyRing several(String current, String... named) {
        List<String> keys = List.of(named).stream()
                .map(each -> each.substring(0, each.indexOf(':') + 1) + key(each.substring(each.indexOf(':') + 1)))
                .toList();
        return new KeyRing(Optional.empty(), current, Optional.of(keys), Optional.of(key("i")));
    }

    static String key(String letter) {
        return Base64.getEncoder().encodeToString(letter.repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
