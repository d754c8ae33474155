package org.secondperiod.bench.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** SQL that lies beside these classes, with values in place of {@code ${names}}. */
final class Script {

    private Script() {}

    static String text(String name, Map<String, ?> values) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return filled(new String(in.readAllBytes(), StandardCharsets.UTF_8), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String filled(String sql, Map<String, ?> values) {
        String text = sql;
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException(text.substring(text.indexOf("${")) + " has no value");
        }
        return text;
    }
}
