package org.secondperiod.entry.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The signature that a request carries, read and not verified. */
public final class MessageSignature {

    private static final String HEADER = "Signature";

    private final SignatureInput input;
    private final byte[] value;

    private MessageSignature(SignatureInput input, byte[] value) {
        this.input = input;
        this.value = value;
    }

    /**
     * Reads the one signature of a request.
     *
     * @throws UnreadableSignature where there is none, more than one, or one that is not of that form
     */
    public static MessageSignature read(RequestHead request) {
        SignatureInput input = SignatureInput.read(request.required(SignatureInput.HEADER));
        FieldScanner in = new FieldScanner(HEADER, request.required(HEADER));
        String label = in.key();
        if (!label.equals(input.label())) {
            throw in.bad("has another label than Signature-Input");
        }
        in.expect('=');
        byte[] value = in.bytes();
        if (in.nextMember()) {
            throw in.bad("holds more than one signature; send one");
        }
        return new MessageSignature(input, value);
    }

    public SignatureInput input() {
        return input;
    }

    /** Whether this key made it for this request. */
    public boolean isBy(VerifyingKey key, RequestHead request) {
        return key.verifies(base(request).getBytes(UTF_8), value);
    }

    /**
     * What was signed (RFC 9421, 2.5): a line for each component, and one for the parameters.
     *
     * @throws UnreadableSignature where it covers what the request has not, or what is not read here
     */
    public String base(RequestHead request) {
        StringBuilder base = new StringBuilder();
        for (String component : input.components()) {
            base.append(SignatureInput.quoted(component))
                    .append(": ")
                    .append(value(component, request))
                    .append('\n');
        }
        return base.append("\"@signature-params\": ").append(input.serialized()).toString();
    }

    private static String value(String component, RequestHead request) {
        String value =
                switch (component) {
                    case "@method" -> request.method();
                    case "@path" -> request.path();
                    case "@query" -> "?" + (request.query() == null ? "" : request.query());
                    case "@authority" -> request.authority();
                    default -> field(component, request);
                };
        if (value == null) {
            throw new UnreadableSignature(
                    "It covers \"" + SignatureInput.shown(component) + "\", which the request has not");
        }
        return value;
    }

    private static @Nullable String field(String component, RequestHead request) {
        if (component.startsWith("@")) {
            throw new UnreadableSignature("It covers \"" + SignatureInput.shown(component)
                    + "\"; of derived components, @method, @path, @query and @authority are read here");
        }
        if (!component.equals(component.toLowerCase(Locale.ROOT))) {
            throw new UnreadableSignature("It names a header in upper case; names of headers are signed in lower case");
        }
        return request.field(component);
    }
}
