package org.secondperiod.local.offboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A value under AES-256-GCM, wherever it was found, and whether a key opens it as somebody would who cares about nothing but what it
 * says: without its tag and what it is bound to. So it opens for more than a service would open it for, and never for less.
 */
final class SealedValue {

    private static final Pattern FORM = Pattern.compile("\\{[^{}]*\"ciphertext[^{}]*\\}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int BLOCK_BYTES = 16;
    private static final int FIRST_BLOCK_OF_TEXT = 2;

    private final String keyId;
    private final byte[] iv;
    private final byte[] ciphertext;

    private SealedValue(String keyId, byte[] iv, byte[] ciphertext) {
        this.keyId = keyId;
        this.iv = iv;
        this.ciphertext = ciphertext;
    }

    /** All that stand in a text, whatever else does. */
    static List<SealedValue> in(String text) {
        List<SealedValue> found = new ArrayList<>();
        Matcher matcher = FORM.matcher(text.replace("\\\"", "\""));
        while (matcher.find()) {
            read(matcher.group(), found);
        }
        return found;
    }

    private static void read(String object, List<SealedValue> found) {
        try {
            JsonNode value = JSON.readTree(object);
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] iv = base64.decode(value.path("iv").asText());
            byte[] ciphertext = base64.decode(value.path("ciphertext").asText());
            if (iv.length == IV_BYTES && ciphertext.length >= TAG_BYTES && value.hasNonNull("keyId")) {
                found.add(new SealedValue(value.path("keyId").asText(), iv, ciphertext));
            }
        } catch (JsonProcessingException | IllegalArgumentException ignored) {
            // something else that looks like one
        }
    }

    /** Under which key it says it is. */
    String keyId() {
        return keyId;
    }

    /** Whether this key makes a text of it. */
    boolean opensUnder(byte[] key) {
        byte[] counter = Arrays.copyOf(iv, BLOCK_BYTES);
        counter[BLOCK_BYTES - 1] = FIRST_BLOCK_OF_TEXT;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return isText(cipher.doFinal(ciphertext, 0, ciphertext.length - TAG_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(SealedValue::isOdd);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isOdd(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
