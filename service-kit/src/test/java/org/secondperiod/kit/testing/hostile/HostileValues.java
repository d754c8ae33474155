package org.secondperiod.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What nobody should send. The canary stands for what must not reach a log; it is no id, since ids may. */
final class HostileValues {

    static final String CANARY = "Quixote canary";

    private static final String ENCODED_CANARY = "Quixote%20canary";

    /** Text that no field may hold. */
    static final List<String> NEVER_TAKEN = List.of(
            "\"" + CANARY + "\\u0000\"", "\"" + CANARY + "\\ud800\"", "\"\\udfff" + CANARY + "\"", "\"\\u0001\"");

    /** Values that some field may hold and most may not. */
    static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "9223372036854775807",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "\"\"",
            "\"" + CANARY + "\"",
            "\"" + (CANARY + " ").repeat(2_000) + "\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"0000-01-01\"",
            "\"9999-12-31\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59-18:00\"",
            "\"25:61\"");

    /** Whole bodies. */
    static final List<byte[]> BODIES = List.of(
            utf8(""),
            utf8("null"),
            utf8("7"),
            utf8("[]"),
            utf8("{"),
            utf8("\0"),
            utf8("{\"" + CANARY + "\\u0000\":1}"),
            utf8("{\"" + CANARY + "\":\"\\ud800\"}"),
            utf8("[".repeat(5_000)),
            utf8("{\"a\":" + "9".repeat(5_000) + "}"),
            "{\"schoolId\":\"S1\"}".getBytes(StandardCharsets.UTF_16),
            new byte[] {'{', '"', (byte) 0xFF, (byte) 0xC0, '"', ':', '1', '}'},
            new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});

    /** Parts of an address, encoded. */
    static final List<String> IN_ADDRESS = List.of(
            "%00",
            ENCODED_CANARY + "%00",
            "%01",
            "%7F",
            "%ED%A0%80",
            "%FF",
            "%F0%9F%98%80",
            "%20",
            "abc",
            "null",
            "-1",
            "99999999999999999999",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "9999-12-31",
            "zzz",
            ENCODED_CANARY.repeat(100));

    /** Values of headers. */
    static final List<String> IN_HEADER = List.of("*", "\"zz\"", "\"99999999999999999999\"", CANARY.repeat(100), "-1");

    private HostileValues() {}

    /** The sample with one place after another replaced. */
    static List<String> spoilt(JsonNode sample, List<String> values) {
        var bodies = new ArrayList<String>();
        places("", sample).forEach(place -> values.forEach(value -> bodies.add(Spoiler.replace(sample, place, value))));
        return bodies;
    }

    private static List<String> places(String at, JsonNode node) {
        var places = new ArrayList<String>();
        node.properties().forEach(each -> {
            places.add(at + "/" + each.getKey());
            places.addAll(places(at + "/" + each.getKey(), each.getValue()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at + "/" + i);
            places.addAll(places(at + "/" + i, node.get(i)));
        }
        return places;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
