package org.secondperiod.ingest.rosters.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterArchiveTest {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(8, 100_000, 50, 10_000);

    @TempDir
    Path folder;

    @Test
    void the_manifest_says_how_each_file_is_meant() throws IOException {
        Path zip = RosterZip.bulk("1.2")
                .school("S1")
                .file("secondperiod_contacts.csv", "studentSourcedId,guardianSourcedId\n")
                .student("A1", "S1")
                .manifest("file.classes", "absent")
                .write(folder);

        try (RosterArchive archive = RosterArchive.open(zip, LIMITS)) {
            assertThat(archive.manifest().version()).isEqualTo(OneRosterVersion.V1_2);
            assertThat(archive.manifest().mode(RosterFile.USERS)).isEqualTo(FileMode.BULK);
            assertThat(archive.has(RosterFile.CLASSES)).isFalse();
            assertThat(archive.has(RosterFile.CONTACTS)).isTrue();
        }
    }

    @Test
    void a_side_file_that_the_manifest_does_not_know_is_meant_as_users_is() {
        Manifest manifest = new Manifest(OneRosterVersion.V1_1, java.util.Map.of(RosterFile.USERS, FileMode.DELTA));

        assertThat(manifest.mode(RosterFile.BADGES)).isEqualTo(FileMode.DELTA);
    }

    @Test
    void no_manifest() throws IOException {
        byte[] zip = replaced(RosterZip.bulk("1.1").school("S1").bytes(), "manifest.csv", "manifesto.cs");

        refuses(
                zip,
                "manifest.csv is missing: a OneRoster archive says in it which files are bulk, delta or absent."
                        + " Found: manifesto.cs, orgs.csv");
    }

    @Test
    void a_version_that_is_not_read() throws IOException {
        refuses(
                RosterZip.bulk("2.0").school("S1").bytes(),
                "manifest.csv says oneroster.version 2.0; 1.0, 1.1 and 1.2 are read");
    }

    @Test
    void a_file_that_the_manifest_announces_and_the_zip_has_not() throws IOException {
        refuses(
                RosterZip.bulk("1.1")
                        .school("S1")
                        .manifest("file.users", "bulk")
                        .bytes(),
                "manifest.csv announces users.csv as bulk, but the zip does not have it");
    }

    @Test
    void a_mode_that_does_not_exist() throws IOException {
        refuses(
                RosterZip.bulk("1.1")
                        .school("S1")
                        .manifest("file.users", "full")
                        .bytes(),
                "manifest.csv says 'full' for users.csv; it may be bulk, delta or absent");
    }

    @Test
    void a_truncated_zip() throws IOException {
        byte[] zip = RosterZip.bulk("1.1").school("S1").bytes();

        refuses(
                Arrays.copyOf(zip, zip.length / 2),
                "The zip is truncated, or no zip: its table of contents at the end is missing");
    }

    @Test
    void no_zip_at_all() throws IOException {
        refuses(
                "sourcedId,name\n".repeat(20).getBytes(StandardCharsets.UTF_8),
                "The zip is truncated, or no zip: its table of contents at the end is missing");
    }

    @Test
    void folders() throws IOException {
        refuses(
                RosterZip.bulk("1.1").file("export/users.csv", "sourcedId\n").bytes(),
                "The zip has a folder (export/users.csv): all files of a OneRoster archive stand at its top,"
                        + " without folders");
    }

    @Test
    void an_encrypted_zip() throws IOException {
        byte[] zip = RosterZip.bulk("1.1").school("S1").bytes();
        int header = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[header + 8] |= 1;

        refuses(zip, "The zip is encrypted: send it without a password, over TLS or SFTP");
    }

    @Test
    void the_same_file_twice() throws IOException {
        byte[] zip = RosterZip.bulk("1.1")
                .file("users.csv", "sourcedId\n")
                .file("userz.csv", "sourcedId\n")
                .bytes();

        refuses(
                replaced(zip, "userz.csv", "users.csv"),
                "The zip has users.csv twice: which one counts can not be known");
    }

    @Test
    void too_many_files() throws IOException {
        RosterZip zip = RosterZip.bulk("1.1");
        for (int i = 0; i < 8; i++) {
            zip.file("extra" + i + ".csv", "x\n");
        }

        refuses(zip.bytes(), "The zip has 9 files; at most 8 are taken");
    }

    @Test
    void too_large_unpacked() throws IOException {
        refuses(
                RosterZip.bulk("1.1").file("users.csv", "a".repeat(200_000)).bytes(),
                "The zip unpacks to 195.4 KiB (200078 bytes); at most 97.7 KiB (100000 bytes) are taken");
    }

    @Test
    void a_zip_bomb() throws IOException {
        byte[] bytes =
                RosterZip.bulk("1.1").file("users.csv", "a".repeat(90_000)).bytes();

        try (RosterArchive archive = RosterArchive.open(Files.write(folder.resolve("bomb.zip"), bytes), LIMITS)) {
            assertThatThrownBy(() -> archive.table(RosterFile.USERS))
                    .isInstanceOf(UnusableRoster.class)
                    .hasMessage("users.csv unpacks to more than 50 times its packed size: it looks like a zip bomb");
        }
    }

    @Test
    void a_zip_bomb_that_lies_about_its_size() throws IOException {
        byte[] bytes =
                RosterZip.bulk("1.1").file("users.csv", "a".repeat(300_000)).bytes();
        int header = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(bytes, header + 24, header + 28, (byte) 0);
        bytes[header + 24] = 100;
        ArchiveLimits noRatio = new ArchiveLimits(8, 100_000, Integer.MAX_VALUE, 10_000);

        try (RosterArchive archive = RosterArchive.open(Files.write(folder.resolve("liar.zip"), bytes), noRatio)) {
            assertThatThrownBy(() -> archive.table(RosterFile.USERS))
                    .isInstanceOf(UnusableRoster.class)
                    .hasMessage("users.csv unpacks to more than 97.7 KiB (100000 bytes)");
        }
    }

    @Test
    void damaged_content() throws IOException {
        byte[] bytes = RosterZip.bulk("1.1")
                .file(
                        "users.csv",
                        new java.util.Random(1)
                                .ints(2_000, 'a', 'z')
                                .mapToObj(Character::toString)
                                .collect(java.util.stream.Collectors.joining()))
                .bytes();
        int content = indexOf(bytes, "users.csv".getBytes(StandardCharsets.US_ASCII)) + 9;
        Arrays.fill(bytes, content + 200, content + 400, (byte) 0xFF);

        try (RosterArchive archive = RosterArchive.open(Files.write(folder.resolve("damaged.zip"), bytes), LIMITS)) {
            assertThatThrownBy(() -> archive.table(RosterFile.USERS))
                    .isInstanceOf(UnusableRoster.class)
                    .hasMessage("users.csv can not be unpacked: the zip is damaged or truncated");
        }
    }

    private void refuses(byte[] zip, String message) throws IOException {
        Path file = Files.write(folder.resolve("refused.zip"), zip);
        assertThatThrownBy(() -> RosterArchive.open(file, LIMITS))
                .isInstanceOf(UnusableRoster.class)
                .hasMessage(message);
    }

    private static byte[] replaced(byte[] zip, String name, String by) {
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace(name, by);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .lastIndexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
