package org.secondperiod.local.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.local.stack.DistrictKey;

/** A copy of a key is found by its fingerprint, in whatever file it lies. */
class KeyCopiesTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String BASE64 = Base64.getEncoder().encodeToString(KEY);

    @TempDir
    Path folder;

    private final KeyCopies copies = new KeyCopies(Set.of(DistrictKey.fingerprint(KEY)));

    @ParameterizedTest
    @ValueSource(strings = {"%s", "k1:%s,k2:", "key.k1=%s\n", "{\"key\":\"%s\"}", "-Dkey=%s"})
    void it_is_found_as_services_are_given_it(String form) throws Exception {
        Path copy = Files.writeString(folder.resolve("notes.txt"), form.formatted(BASE64));
        Files.writeString(
                folder.resolve("other.txt"), form.formatted(Base64.getEncoder().encodeToString(new byte[32])));

        assertThat(copies.below(folder, List.of())).containsExactly(copy);
        assertThat(copies.below(folder, List.of(copy))).isEmpty();
    }

    @Test
    void it_is_found_as_properties_and_as_hexadecimal_write_it() throws Exception {
        Path escaped = Files.writeString(folder.resolve("a"), "key.k1=" + BASE64.replace("=", "\\="));
        Path hex = Files.writeString(folder.resolve("b"), "x " + HexFormat.of().formatHex(KEY) + " y");

        assertThat(copies.below(folder, List.of())).containsExactly(escaped, hex);
    }

    @Test
    void it_is_found_deep_in_a_large_binary_file_and_across_what_is_read_at_once() throws Exception {
        byte[] noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);
        byte[] key = (" " + BASE64 + " ").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(key, 0, noise, (1 << 20) - 20, key.length);
        Path file = Files.createDirectories(folder.resolve("x/y")).resolve("segment");
        Files.write(file, noise);

        assertThat(copies.below(folder, List.of())).containsExactly(file);
    }

    @Test
    void where_there_is_none_none_is_found() throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(8).nextBytes(noise);
        Files.write(folder.resolve("noise"), noise);
        Files.writeString(folder.resolve("longer"), "A" + BASE64);

        assertThat(copies.below(folder, List.of())).isEmpty();
    }
}
