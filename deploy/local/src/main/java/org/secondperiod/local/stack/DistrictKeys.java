package org.secondperiod.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The district's keys on this machine: one, made at the first start, until somebody adds another. Then all of them stand in a file
 * that only its owner reads, with the one that is current and the index key. Services get them when they start.
 */
public final class DistrictKeys {

    private static final String FIRST = "k1";
    private static final String CURRENT = "current";
    private static final String INDEX = "index";
    private static final String KEY = "key.";

    private final Path one;
    private final Path several;
    private final Path ofSessions;

    public DistrictKeys(Layout layout) {
        this.one = layout.peopleKeyFile();
        this.several = layout.peopleKeysFile();
        this.ofSessions = layout.deskKeyFile();
    }

    /** What goes into the environment of a service. */
    Map<String, String> environment() {
        if (!Files.exists(several)) {
            return Map.of("SECONDPERIOD_DISTRICT_PEOPLE_KEY", PeopleKey.of(one));
        }
        Properties all = read();
        return Map.of(
                "SECONDPERIOD_DISTRICT_PEOPLE_KEYS",
                keys(all).entrySet().stream()
                        .map(key -> key.getKey() + ":" + key.getValue())
                        .collect(Collectors.joining(",")),
                "SECONDPERIOD_DISTRICT_PEOPLE_KEY_ID",
                all.getProperty(CURRENT),
                "SECONDPERIOD_DISTRICT_INDEX_KEY",
                all.getProperty(INDEX));
    }

    /** All keys that there are, the index key last; none where there are none, and none is made. */
    public List<DistrictKey> all() {
        if (!Files.exists(several) && !Files.exists(one)) {
            return List.of();
        }
        Properties all = read();
        List<DistrictKey> found = new ArrayList<>();
        keys(all).forEach((id, key) -> found.add(new DistrictKey(id, key, false)));
        found.add(new DistrictKey(INDEX, all.getProperty(INDEX), true));
        return found;
    }

    /** The files in which the keys stand, as far as they are there. */
    public List<Path> files() {
        return Stream.of(one, several, next()).filter(Files::exists).toList();
    }

    /** Destroys every key, the index key, and what the desk's sessions are under, for good. */
    public void destroyAll() {
        for (Path file : Stream.concat(files().stream(), Stream.of(ofSessions)).toList()) {
            try {
                Shredder.destroy(file);
            } catch (IOException e) {
                throw new StackException("The keys in " + file + " cannot be destroyed: " + e.getMessage(), e);
            }
        }
    }

    /** Makes a key, for reading at first. */
    public void add(String id) {
        Properties all = read();
        if (!id.matches("[A-Za-z0-9._-]{1,32}") || keys(all).containsKey(id)) {
            throw new StackException("A new key has a name of its own: 1 to 32 characters out of A-Z a-z 0-9 . _ -");
        }
        all.setProperty(KEY + id, PeopleKey.fresh());
        write(all);
    }

    /** From the next start on new values are written under this key. */
    public void use(String id) {
        Properties all = read();
        requireKnown(all, id);
        all.setProperty(CURRENT, id);
        write(all);
    }

    /** Destroys a key that is not the current one. */
    public void destroy(String id) {
        Properties all = read();
        requireKnown(all, id);
        if (id.equals(all.getProperty(CURRENT))) {
            throw new StackException("Key " + id + " is the current one");
        }
        all.remove(KEY + id);
        write(all);
    }

    private static void requireKnown(Properties all, String id) {
        if (!keys(all).containsKey(id)) {
            throw new StackException("There is no key " + id + ", only "
                    + String.join(", ", keys(all).keySet()));
        }
    }

    private static Map<String, String> keys(Properties all) {
        Map<String, String> keys = new TreeMap<>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(KEY))
                .forEach(name -> keys.put(name.substring(KEY.length()), all.getProperty(name)));
        return keys;
    }

    /** Of the only key, the index key is what services have made of it until now (docs/keys.md). */
    private Properties read() {
        Properties all = new Properties();
        if (!Files.exists(several)) {
            String key = PeopleKey.of(one);
            all.setProperty(KEY + FIRST, key);
            all.setProperty(CURRENT, FIRST);
            all.setProperty(INDEX, indexKey(Base64.getDecoder().decode(key)));
            return all;
        }
        try (Reader in = Files.newBufferedReader(several)) {
            all.load(in);
            return all;
        } catch (IOException e) {
            throw new StackException("The district's keys " + several + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(Properties all) {
        try {
            Path next = next();
            Shredder.destroy(next);
            PeopleKey.createForOwner(next);
            try (Writer out = Files.newBufferedWriter(next)) {
                all.store(out, null);
            }
            Shredder.replace(next, several);
            Shredder.destroy(one);
        } catch (IOException e) {
            throw new StackException("The district's keys " + several + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path next() {
        return several.resolveSibling(several.getFileName() + ".next");
    }

    private static String indexKey(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal("second period marks".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
