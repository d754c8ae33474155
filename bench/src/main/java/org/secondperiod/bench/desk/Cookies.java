package org.secondperiod.bench.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser keeps of one origin. */
final class Cookies {

    private final Map<String, String> kept = new LinkedHashMap<>();

    /** Keeps, or forgets, what {@code Set-Cookie} headers say. */
    void take(List<String> setCookies) {
        for (String header : setCookies) {
            String pair = header.split(";", 2)[0];
            int equals = pair.indexOf('=');
            String name = pair.substring(0, equals).strip();
            if (header.toLowerCase(Locale.ROOT).matches(".*;\\s*max-age=0\\b.*")) {
                kept.remove(name);
            } else {
                kept.put(name, pair.substring(equals + 1).strip());
            }
        }
    }

    boolean hasOneThatBeginsWith(String name) {
        return kept.keySet().stream().anyMatch(each -> each.startsWith(name));
    }

    /** The {@code Cookie} header. */
    String header() {
        return kept.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
