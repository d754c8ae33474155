package org.secondperiod.entry.signatures;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** An Ed25519 public key (RFC 8032): it verifies signatures and can make none. */
public final class VerifyingKey {

    /** Its length, in bytes. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "Ed25519";

    /** What X.509 puts before the key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The points of small order, without their sign: for these anybody can make signatures that hold. */
    private static final Set<String> WEAK = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private final byte[] raw;
    private final PublicKey key;

    private VerifyingKey(byte[] raw) {
        this.raw = raw.clone();
        this.key = decoded(raw);
    }

    /** A key by its 32 bytes, as it was {@link #read} once. */
    public static VerifyingKey of(byte[] raw) {
        return new VerifyingKey(raw);
    }

    /**
     * Reads a key as people have it: PEM, or base64 of the same (DER), or base64 of its 32 bytes.
     *
     * @throws IllegalArgumentException where it is none, or one that protects nothing; the message says which
     */
    public static VerifyingKey read(String text) {
        if (text.contains("PRIVATE")) {
            throw new IllegalArgumentException(
                    "is a private key. It must never leave the reader: make a new pair and send the public key");
        }
        byte[] raw = raw(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
        VerifyingKey key;
        try {
            key = new VerifyingKey(raw);
            Signature.getInstance(ALGORITHM).initVerify(key.key);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw none();
        }
        if (key.isWeak()) {
            throw new IllegalArgumentException("is a key for which anybody can sign; make a new pair");
        }
        return key;
    }

    private static byte[] raw(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw none();
        }
        if (bytes.length == BYTES) {
            return bytes;
        }
        if (bytes.length != X509.length + BYTES || !Arrays.equals(bytes, 0, X509.length, X509, 0, X509.length)) {
            throw none();
        }
        return Arrays.copyOfRange(bytes, X509.length, bytes.length);
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException(
                "is not an Ed25519 public key: PEM (openssl pkey -pubout), or base64 of its DER or of its 32 bytes");
    }

    private static PublicKey decoded(byte[] raw) {
        byte[] x509 = Arrays.copyOf(X509, X509.length + BYTES);
        System.arraycopy(raw, 0, x509, X509.length, BYTES);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a point of the curve", e);
        }
    }

    private boolean isWeak() {
        byte[] unsigned = raw.clone();
        unsigned[BYTES - 1] &= 0x7f;
        return WEAK.contains(HexFormat.of().formatHex(unsigned));
    }

    /** Whether the signature is this key's for the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its 32 bytes. */
    public byte[] raw() {
        return raw.clone();
    }

    /** In base64, as X.509 has it. */
    public String base64() {
        byte[] x509 = Arrays.copyOf(X509, X509.length + BYTES);
        System.arraycopy(raw, 0, x509, X509.length, BYTES);
        return Base64.getEncoder().encodeToString(x509);
    }
}
