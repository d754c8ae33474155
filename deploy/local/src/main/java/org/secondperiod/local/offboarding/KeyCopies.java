package org.secondperiod.local.offboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.secondperiod.local.stack.DistrictKey;

/**
 * Finds copies of keys in files by the keys' fingerprints, so also when the keys are gone: whatever could be 32 bytes in base64 or in
 * hexadecimal is looked at. A key that somebody keeps in another form is not found.
 */
final class KeyCopies {

    private static final int BASE64_CHARACTERS = 43;
    private static final int HEX_CHARACTERS = 64;
    private static final int AT_ONCE = 1 << 20;

    private final Set<String> fingerprints;

    KeyCopies(Set<String> fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** The files below a folder, but for these, in which one of the keys stands. */
    List<Path> below(Path folder, List<Path> but) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(each -> !but.contains(each))
                    .sorted()
                    .toList()) {
                try {
                    if (isIn(file)) {
                        found.add(file);
                    }
                } catch (NoSuchFileException e) {
                    // The database, which runs, has taken a file of its own away since.
                }
            }
        }
        return found;
    }

    private boolean isIn(Path file) throws IOException {
        char[] run = new char[HEX_CHARACTERS];
        int length = 0;
        byte[] buffer = new byte[AT_ONCE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (isOfBase64(buffer[i])) {
                        if (length < HEX_CHARACTERS) {
                            run[length] = (char) buffer[i];
                        }
                        length++;
                    } else {
                        if (isKey(run, length)) {
                            return true;
                        }
                        length = 0;
                    }
                }
            }
        }
        return isKey(run, length);
    }

    private boolean isKey(char[] run, int length) {
        return switch (length) {
            case BASE64_CHARACTERS -> isKnown(base64(new String(run, 0, length)));
            case HEX_CHARACTERS -> isKnown(hex(new String(run)));
            default -> false;
        };
    }

    private boolean isKnown(byte[] bytes) {
        return bytes.length > 0 && fingerprints.contains(DistrictKey.fingerprint(bytes));
    }

    /** Nothing where it is none: the last character of 43 carries two bits that must be zero. */
    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isOfBase64(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }
}
