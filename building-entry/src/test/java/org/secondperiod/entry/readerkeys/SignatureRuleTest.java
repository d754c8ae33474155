package org.secondperiod.entry.readerkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.entry.readers.RefusalReason;
import org.secondperiod.entry.signatures.MessageSignature;
import org.secondperiod.entry.signatures.RequestHead;
import org.secondperiod.entry.signatures.UnreadableSignature;

/** What a signature must be of, and when it is one of now. */
class SignatureRuleTest {

    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String COVERED = "(\"@method\" \"@path\" \"content-type\" \"content-digest\")";
    private static final String NONCE = ";nonce=\"0123456789abcdef\"";

    private final TestReader reader = TestReader.unregistered("R1");
    private final TestReader other = TestReader.unregistered("R2");

    @Test
    void aSignatureOfNowByAValidKeyIsAccepted() {
        assertThat(judge(reader, NOW, key(reader, null, null))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-301, true", "-300, false", "300, false", "301, true"})
    void itIsOfNowForFiveMinutesEitherWay(long seconds, boolean refused) {
        RefusalReason reason = judge(reader, NOW.plusSeconds(seconds), key(reader, null, null));

        assertThat(reason).isEqualTo(refused ? RefusalReason.SIGNATURE_OUT_OF_TIME : null);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void aSignerMaySayUntilWhenItStandsByIt(long seconds, boolean refused) {
        RefusalReason reason = judge(
                reader,
                NOW.minusSeconds(30),
                ";expires=" + NOW.plusSeconds(seconds).getEpochSecond(),
                key(reader, null, null));

        assertThat(reason).isEqualTo(refused ? RefusalReason.SIGNATURE_OUT_OF_TIME : null);
    }

    @Test
    void aRevokedAndAnEndedKeySignNoMore() {
        assertThat(judge(reader, NOW, key(reader, null, NOW.minusSeconds(1))))
                .isEqualTo(RefusalReason.READER_KEY_REVOKED);
        assertThat(judge(reader, NOW, key(reader, NOW, null))).isEqualTo(RefusalReason.READER_KEY_EXPIRED);
        assertThat(judge(reader, NOW, key(reader, NOW.plusSeconds(1), null))).isNull();
    }

    @Test
    void whoHasNotTheKeyLearnsNothingOfIt() {
        assertThat(judge(other, NOW.minusSeconds(9_000), key(reader, NOW, NOW)))
                .isEqualTo(RefusalReason.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "(\"@path\" \"content-type\" \"content-digest\");created=1" + NONCE + "|does not cover \"@method\"",
                "(\"@method\" \"content-type\" \"content-digest\");created=1" + NONCE + "|does not cover \"@path\"",
                "(\"@method\" \"@path\" \"content-digest\");created=1" + NONCE + "|does not cover \"content-type\"",
                "(\"@method\" \"@path\" \"content-type\");created=1" + NONCE + "|does not cover \"content-digest\"",
                COVERED + NONCE + "|parameter created",
                COVERED + ";created=\"1\"" + NONCE + "|parameter created",
                COVERED + ";created=1;expires=\"2\"" + NONCE + "|parameter expires",
                COVERED + ";created=1|parameter nonce",
                COVERED + ";created=1;nonce=\"short\"|parameter nonce",
                COVERED + ";created=1;nonce=1234567890123456789|whole number",
                COVERED + ";created=1;alg=\"hmac-sha256\"" + NONCE + "|ed25519",
                COVERED + ";created=1;alg=1" + NONCE + "|ed25519"
            })
    void aSignatureThatLeavesSomethingOpenSaysWhat(String input, String why) {
        RequestHead request = head(Map.of("Signature-Input", "s=" + input, "Signature", "s=:AAAA:"), null);

        assertThatThrownBy(() -> SignedClaim.read(MessageSignature.read(request).input(), request))
                .isInstanceOf(UnreadableSignature.class)
                .hasMessageContaining(why);
    }

    @Test
    void aQueryIsCoveredToo() {
        RequestHead request =
                head(Map.of("Signature-Input", "s=" + COVERED + ";created=1" + NONCE, "Signature", "s=:AAAA:"), "a=b");

        assertThatThrownBy(() -> SignedClaim.read(MessageSignature.read(request).input(), request))
                .hasMessageContaining("does not cover \"@query\"");
    }

    private @Nullable RefusalReason judge(TestReader signer, Instant created, ReaderKey key) {
        return judge(signer, created, "", key);
    }

    private static @Nullable RefusalReason judge(TestReader signer, Instant created, String more, ReaderKey key) {
        Map<String, String> headers = signer.signing("/entry/v1/scans", "application/json", "{}")
                .created(created)
                .parameters(more)
                .headers();
        RequestHead request = head(headers, null);
        MessageSignature signature = MessageSignature.read(request);
        SignedClaim claim = SignedClaim.read(signature.input(), request);
        return SignatureRule.judge(signature, claim, request, key, WINDOW, NOW);
    }

    private static ReaderKey key(TestReader reader, @Nullable Instant until, @Nullable Instant revoked) {
        return new ReaderKey("rk-1", "R1", reader.publicKey(), NOW, "ada", until, null, revoked, null);
    }

    private static RequestHead head(Map<String, String> headers, @Nullable String query) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Content-Type", "application/json");
        all.putAll(headers);
        return new RequestHead(
                "POST",
                "/entry/v1/scans",
                query,
                "localhost",
                name -> all.containsKey(name) ? List.of(all.get(name)) : List.of());
    }
}
