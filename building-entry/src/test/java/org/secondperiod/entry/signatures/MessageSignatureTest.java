package org.secondperiod.entry.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the examples that RFC 9421 publishes: the request of B.2, the base of 2.5, the Ed25519 signature of B.2.6. */
class MessageSignatureTest {

    private static final String DIGEST =
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";
    private static final VerifyingKey KEY =
            VerifyingKey.read("MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=");
    private static final String INPUT =
            "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                    + ";created=1618884473;keyid=\"test-key-ed25519\"";
    private static final String SIGNATURE =
            "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:";

    @Test
    void thePublishedSignatureHolds() {
        RequestHead request = request(INPUT, SIGNATURE);

        MessageSignature signature = MessageSignature.read(request);

        assertThat(signature.base(request)).isEqualTo("""
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@method": POST
                "@path": /foo
                "@authority": example.com
                "content-type": application/json
                "content-length": 18
                "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519\"""");
        assertThat(signature.isBy(KEY, request)).isTrue();
        assertThat(signature.input().text("keyid")).isEqualTo("test-key-ed25519");
        assertThat(signature.input().number("created")).isEqualTo(1618884473L);
    }

    @Test
    void thePublishedBaseWithADigestIsTheSame() {
        RequestHead request = request(
                "sig1=(\"@method\" \"@authority\" \"@path\" \"content-digest\" \"content-length\" \"content-type\")"
                        + ";created=1618884473;keyid=\"test-key-rsa-pss\"",
                "sig1=:AAAA:");

        assertThat(MessageSignature.read(request).base(request)).isEqualTo("""
                "@method": POST
                "@authority": example.com
                "@path": /foo
                "content-digest": %s
                "content-length": 18
                "content-type": application/json
                "@signature-params": ("@method" "@authority" "@path" "content-digest" "content-length" "content-type");created=1618884473;keyid="test-key-rsa-pss\"""".formatted(DIGEST));
    }

    @Test
    void theQueryAndAHeaderOfSeveralLinesAreCoveredAsTheRfcWrites() {
        RequestHead request = new RequestHead("POST", "/foo", "param=Value&Pet=dog", null, name -> switch (name) {
            case "Signature-Input" -> List.of("sig1=(\"@query\" \"x-two\")");
            case "Signature" -> List.of("sig1=:AAAA:");
            case "x-two" -> List.of(" one ", "two");
            default -> List.of();
        });

        assertThat(MessageSignature.read(request).base(request)).isEqualTo("""
                "@query": ?param=Value&Pet=dog
                "x-two": one, two
                "@signature-params": ("@query" "x-two")""");
    }

    @Test
    void spacesThatTheFormAllowsAreNotSigned() {
        RequestHead request = request(INPUT.replace("\" \"", "\"   \"").replace(";", "; "), SIGNATURE);

        assertThat(MessageSignature.read(request).isBy(KEY, request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1618884474", "1618884473;nonce=\"n\""})
    void otherParametersAreAnotherSignature(String created) {
        RequestHead request = request(INPUT.replace("1618884473", created), SIGNATURE);

        assertThat(MessageSignature.read(request).isBy(KEY, request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sig-b26=:AAAA:", "sig-b26=::"})
    void somethingShorterIsNoSignatureOfIt(String value) {
        RequestHead request = request(INPUT, value);

        assertThat(MessageSignature.read(request).isBy(KEY, request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "|header Signature-Input is missing",
                "sig|wants a =",
                "sig=|wants a (",
                "sig=()|label",
                "sig-b26=(\"date\";sf)|component with parameters",
                "sig-b26=(\"date\"\"@path\")|wants a )",
                "sig-b26=(\"date\" \"date\")|twice",
                "sig-b26=(\"date\")x|wants a ,",
                "sig-b26=(\"date\"), other=()|more than one",
                "sig-b26=(\"date\"),|ends with a comma",
                "sig-b26=(\"date\");created|wants a =",
                "sig-b26=(\"date\");created=1;created=2|twice",
                "sig-b26=(\"date\");created=1.5|wants a ,",
                "sig-b26=(\"date\");created=1234567890123456|whole number",
                "sig-b26=(\"date\");created=?1|whole number",
                "sig-b26=(\"date\");keyid=\"abc|without an end",
                "sig-b26=(\"date\");keyid=\"a\\bc\"|may not stand there",
                "sig-b26=(\"DATE\")|lower case",
                "sig-b26=(\"@target-uri\")|@method, @path, @query and @authority",
                "sig-b26=(\"@signature-params\")|@method, @path, @query and @authority",
                "sig-b26=(\"x-missing\")|which the request has not"
            })
    void whatCannotBeReadSaysWhy(@Nullable String input, String why) {
        RequestHead request = request(input, SIGNATURE);

        assertThatThrownBy(() -> MessageSignature.read(request).base(request))
                .isInstanceOf(UnreadableSignature.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other=:AAAA:", "sig-b26=AAAA", "sig-b26=:A A:", "sig-b26=:AAAA", "sig-b26=:AAAA:, b=:AAAA:", ""
            })
    void aSignatureThatIsNoneIsRefused(String signature) {
        RequestHead request = request(INPUT, signature);

        assertThatThrownBy(() -> MessageSignature.read(request)).isInstanceOf(UnreadableSignature.class);
    }

    private static RequestHead request(@Nullable String input, @Nullable String signature) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Date", "Tue, 20 Apr 2021 02:07:55 GMT");
        headers.put("Content-Type", "application/json");
        headers.put("Content-Digest", DIGEST);
        headers.put("Content-Length", "18");
        if (input != null) {
            headers.put("Signature-Input", input);
        }
        if (signature != null) {
            headers.put("Signature", signature);
        }
        return new RequestHead(
                "POST",
                "/foo",
                "param=Value&Pet=dog",
                "example.com",
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
    }
}
