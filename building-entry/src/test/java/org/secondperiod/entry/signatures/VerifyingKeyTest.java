package org.secondperiod.entry.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingKeyTest {

    private static final String DER = "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";

    @Test
    void theFirstExampleOfRfc8032Holds() {
        VerifyingKey key = VerifyingKey.of(
                HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        byte[] signature = HexFormat.of()
                .parseHex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                        + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");

        assertThat(key.verifies(new byte[0], signature)).isTrue();
        assertThat(key.verifies(new byte[1], signature)).isFalse();
        assertThat(key.verifies(new byte[0], new byte[64])).isFalse();
    }

    @Test
    void pemDerAndBytesAreTheSameKey() {
        VerifyingKey der = VerifyingKey.read(DER);

        assertThat(VerifyingKey.read("-----BEGIN PUBLIC KEY-----\n" + DER + "\n-----END PUBLIC KEY-----\n")
                        .raw())
                .isEqualTo(der.raw());
        assertThat(VerifyingKey.read(Base64.getEncoder().encodeToString(der.raw()))
                        .base64())
                .isEqualTo(DER);
    }

    @Test
    void whatAFreshPairSignsItsPublicKeyVerifies() throws Exception {
        FreshPair pair = FreshPair.make();
        String base64 = pair.privatePem().replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
        signer.update("scan".getBytes(UTF_8));

        assertThat(pair.verifying().verifies("scan".getBytes(UTF_8), signer.sign()))
                .isTrue();
        assertThat(pair.toString()).doesNotContain(base64);
    }

    @Test
    void aPrivateKeyIsSentBackWithAWarning() {
        assertThatThrownBy(() -> VerifyingKey.read(FreshPair.make().privatePem()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must never leave the reader");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIA=",
                "7P///////////////////////////////////////38=",
                "JuiVj8KyJ7BFw/SJ8u+Y8NXfrAXTxjM5sTgCiG1T/AU=",
                "xxdqcD1N2E+6PAt2DRBnDyogU/osOczGTsf9d5KsA3o="
            })
    void aKeyForWhichAnybodyCanSignIsRefused(String weak) {
        assertThatThrownBy(() -> VerifyingKey.read(weak))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anybody can sign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S1",
                "not base64 at all",
                "MCowBQYDK2VuAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=",
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lfw0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ=="
            })
    void whatIsNoSuchKeyIsRefused(String text) {
        assertThatThrownBy(() -> VerifyingKey.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an Ed25519 public key");
    }
}
