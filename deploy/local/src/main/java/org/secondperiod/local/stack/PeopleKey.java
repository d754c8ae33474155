package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The district's key for personal data: 32 random bytes, made once, in a file that only its owner reads. */
final class PeopleKey {

    private static final int BYTES = 32;

    private PeopleKey() {}

    /** The key in base64. */
    static String of(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("The district's key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A new one, in base64. */
    static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** An empty file that only its owner reads and writes. */
    static void createForOwner(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileAttribute<Set<PosixFilePermission>> ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
    }

    private static void create(Path file) throws IOException {
        createForOwner(file);
        Files.writeString(file, fresh());
    }
}
