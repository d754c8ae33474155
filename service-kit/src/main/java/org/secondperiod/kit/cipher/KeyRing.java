package org.secondperiod.kit.cipher;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The district's keys. New values are written under the current one; what lies or travels under another one of the ring is
 * read. A service that handles no people has none.
 *
 * <p>Marks and blind indexes are made with a key beside the ring, the index key, which stays when the current one changes.
 */
@ApplicationScoped
public class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private static final String ONE = "secondperiod.district.people-key";
    private static final String CURRENT = "secondperiod.district.people-key-id";
    private static final String SEVERAL = "secondperiod.district.people-keys";
    private static final String INDEX = "secondperiod.district.index-key";

    private static final int KEY_BYTES = 32;
    /** None is what values in the clear are counted under. */
    private static final Pattern ID = Pattern.compile("(?!none$)[A-Za-z0-9._-]{1,32}");

    private final String current;
    private final Map<String, SecretKey> keys = new TreeMap<>();
    private final @Nullable SecretKey indexKey;

    /**
     * @param one {@code secondperiod.district.people-key}: the current key, 32 bytes in base64
     * @param current {@code secondperiod.district.people-key-id}: the current key's name, written beside each value
     * @param several {@code secondperiod.district.people-keys}: keys with their names, {@code k1:base64,k2:base64}; the current
     *     one may be among them instead
     * @param index {@code secondperiod.district.index-key}: 32 bytes in base64; without it, it is made of the key if there is
     *     only one
     * @throws IllegalStateException if these do not make a ring; the message names the property and never a key
     */
    public KeyRing(
            @ConfigProperty(name = ONE) Optional<String> one,
            @ConfigProperty(name = CURRENT, defaultValue = "k1") String current,
            @ConfigProperty(name = SEVERAL) Optional<List<String>> several,
            @ConfigProperty(name = INDEX) Optional<String> index) {
        this.current = current;
        several.orElse(List.of()).forEach(this::add);
        one.ifPresent(key -> put(current, read(ONE, key), ONE));
        if (!keys.isEmpty() && !keys.containsKey(current)) {
            throw new IllegalStateException("%s is %s, and there is no such key: %s has %s"
                    .formatted(CURRENT, current, SEVERAL, String.join(", ", keys.keySet())));
        }
        this.indexKey = index.map(key -> read(INDEX, key)).orElseGet(this::indexKeyOfTheOnlyOne);
    }

    void onStart(@Observes StartupEvent event) {
        if (!keys.isEmpty()) {
            LOG.infof("Personal data is written under key %s and read under %s", current, String.join(", ", ids()));
        }
    }

    /** The name of the key that new values are written under. */
    public String current() {
        return current;
    }

    /** The names of all keys of the ring. */
    public Set<String> ids() {
        return keys.keySet();
    }

    /** Whether there is any key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** What tells keys apart and nothing of a key: by its name, the first half of its SHA-256, in hexadecimal. */
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new TreeMap<>();
        keys.forEach((id, key) -> fingerprints.put(id, fingerprint(key)));
        return fingerprints;
    }

    /** The same of the index key; none where there is none. */
    public Optional<String> indexFingerprint() {
        return Optional.ofNullable(indexKey).map(KeyRing::fingerprint);
    }

    private static String fingerprint(SecretKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash, 0, hash.length / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    SecretKey currentKey() {
        SecretKey key = keys.get(current);
        if (key == null) {
            throw new IllegalStateException(ONE + " is not set; it is 32 bytes in base64");
        }
        return key;
    }

    /** @throws UndecipherableException if it is none of the ring */
    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new UndecipherableException(
                    "encrypted under key " + id + ", and this service has " + String.join(", ", keys.keySet()));
        }
        return key;
    }

    SecretKey indexKey() {
        if (indexKey == null) {
            throw new IllegalStateException(INDEX + " is not set; it is 32 bytes in base64");
        }
        return indexKey;
    }

    private void add(String named) {
        int colon = named.indexOf(':');
        String id = colon < 0 ? "" : named.substring(0, colon).strip();
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException(SEVERAL + " must be names and keys: k1:base64,k2:base64");
        }
        put(id, read(SEVERAL + " " + id, named.substring(colon + 1)), SEVERAL);
    }

    private void put(String id, SecretKey key, String property) {
        SecretKey before = keys.put(id, key);
        if (before != null && !before.equals(key)) {
            throw new IllegalStateException(
                    "There are two different keys called %s, one in %s".formatted(id, property));
        }
    }

    /** As marks were made before there was an index key, so that they go on meaning the same. */
    private @Nullable SecretKey indexKeyOfTheOnlyOne() {
        if (keys.size() > 1) {
            throw new IllegalStateException(
                    INDEX + " must be set where there are several keys: what is made with it must"
                            + " not change when the current key does (docs/keys.md)");
        }
        return keys.isEmpty()
                ? null
                : Hmac.derived(
                        new SecretKeySpec(currentKey().getEncoded(), Hmac.ALGORITHM),
                        "second period marks".getBytes(StandardCharsets.UTF_8));
    }

    private static SecretKey read(String property, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(property + " is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(property + " must be 32 bytes, and is " + bytes.length);
        }
        return new SecretKeySpec(bytes, property.equals(INDEX) ? Hmac.ALGORITHM : "AES");
    }
}
