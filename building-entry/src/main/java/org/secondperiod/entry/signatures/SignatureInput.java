package org.secondperiod.entry.signatures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a signature says that it covers, and its parameters: one member of {@code Signature-Input} (RFC 9421, 4.1).
 *
 * @param label its name within the request
 * @param components names of headers in lower case, and derived ones such as {@code @method}; in the order of the signature
 * @param parameters texts and whole numbers by name, in the order of the signature
 */
public record SignatureInput(String label, List<String> components, Map<String, Object> parameters) {

    static final String HEADER = "Signature-Input";

    /** Reads the header; a request carries one signature. */
    static SignatureInput read(String header) {
        FieldScanner in = new FieldScanner(HEADER, header);
        String label = in.key();
        in.expect('=');
        SignatureInput input = new SignatureInput(label, components(in), parameters(in));
        if (in.nextMember()) {
            throw in.bad("names more than one signature; send one");
        }
        return input;
    }

    private static List<String> components(FieldScanner in) {
        List<String> components = new ArrayList<>();
        in.expect('(');
        in.skipSpaces();
        while (!in.take(')')) {
            String component = in.string();
            if (components.contains(component)) {
                throw in.bad("names \"" + shown(component) + "\" twice");
            }
            components.add(component);
            if (in.take(';')) {
                throw in.bad("has a component with parameters, which are not read here");
            }
            if (!in.skipSpaces()) {
                in.expect(')');
                break;
            }
        }
        return List.copyOf(components);
    }

    private static Map<String, Object> parameters(FieldScanner in) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (in.take(';')) {
            in.skipSpaces();
            String name = in.key();
            in.expect('=');
            if (parameters.put(name, in.stringOrInteger()) != null) {
                throw in.bad("has the parameter " + shown(name) + " twice");
            }
        }
        return parameters;
    }

    /** A parameter that is a text, none where it is missing or none. */
    public @Nullable String text(String name) {
        return parameters.get(name) instanceof String text ? text : null;
    }

    /** A parameter that is a whole number, none where it is missing or none. */
    public @Nullable Long number(String name) {
        return parameters.get(name) instanceof Long number ? number : null;
    }

    /** The value of {@code @signature-params} (RFC 9421, 2.3). */
    String serialized() {
        String covered = components.stream().map(SignatureInput::quoted).collect(Collectors.joining(" ", "(", ")"));
        return covered
                + parameters.entrySet().stream()
                        .map(each -> ";" + each.getKey() + "=" + serialized(each.getValue()))
                        .collect(Collectors.joining());
    }

    private static String serialized(Object value) {
        return value instanceof String text ? quoted(text) : value.toString();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A name as an answer may show it. */
    static String shown(String name) {
        return name.matches("@?[a-z0-9-]{1,40}") ? name : "...";
    }
}
