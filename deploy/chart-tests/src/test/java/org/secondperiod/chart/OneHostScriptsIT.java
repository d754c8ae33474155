package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts of the one host are run: packed from a checkout, installed by the commands of the page, backed up, upgraded, restored. Below a
 * folder instead of the root, and with stand-ins of systemd, PostgreSQL and the like ({@code src/test/resources/one-host}).
 */
class OneHostScriptsIT {

    private static final LocalDateTime SATURDAY = LocalDateTime.parse("2026-11-07T08:45");
    private static final LocalDateTime WHILE_FAMILIES_ARE_CALLED = LocalDateTime.parse("2026-11-02T08:45");

    @TempDir
    private static Path ofAll;

    private static Path packedOnce;

    @TempDir
    private Path folder;

    private Path host;
    private ServerSocket broker;
    private LocalDateTime now = SATURDAY;

    private record Ended(int code, String said) {}

    @BeforeAll
    static void theVersionThatRunsAtFirst() throws Exception {
        Path checkout = aCheckout(Files.createDirectories(ofAll.resolve("checkout")));
        must(ended(
                new ProcessBuilder(
                        checkout.resolve("deploy/one-host/bin/second-period-package")
                                .toString(),
                        "1.2.3"),
                ofAll));
        packedOnce = checkout.resolve("target/second-period-1.2.3.tgz");
    }

    @BeforeEach
    void aHostAsThePageInstallsIt() throws Exception {
        host = Files.createDirectories(folder.resolve("host"));
        Path standIns = Files.createDirectories(folder.resolve("stand-ins"));
        for (Path standIn : files(Project.path("deploy/chart-tests/src/test/resources/one-host"))) {
            executable(Files.copy(standIn, standIns.resolve(standIn.getFileName())));
        }
        aServer("as at first");
        broker = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        Files.copy(packedOnce, folder.resolve("second-period-1.2.3.tgz"));
        write(folder.resolve("page.sh"), installing());
        must(run(folder, "bash", "-e", "page.sh"));
        write(
                host.resolve("etc/second-period/kafka.properties"),
                "listeners=PLAINTEXT://localhost:%d,CONTROLLER://localhost:1\n".formatted(broker.getLocalPort()));
        write(host.resolve("etc/nginx/conf.d/second-period.conf"), Project.read("deploy/one-host/nginx.conf"));
        must(run(folder, "systemctl", "start", "postgresql@17-main", "second-period.target"));
        Files.delete(host.resolve("state/log"));
    }

    @AfterEach
    void nothingRunsAnyMore() throws Exception {
        run(folder, "systemctl", "stop", "postgresql@17-main");
        broker.close();
    }

    @Test
    void ofTheSameBuildItIsTheSameFileAndEverybodyMayReadIt() throws Exception {
        Path checkout = aCheckout(folder.resolve("checkout"));

        must(run(
                folder,
                "bash",
                "-c",
                "umask 077; exec " + checkout + "/deploy/one-host/bin/second-period-package 1.2.3"));

        Path again = checkout.resolve("target/second-period-1.2.3.tgz");
        assertThat(again).hasBinaryContent(Files.readAllBytes(packedOnce));
        String list = must(run(folder, "tar", "-tvzf", again.toString())).said();
        assertThat(list.lines())
                .allMatch(line -> line.startsWith("-r") ? line.startsWith("r", 7) : line.startsWith("drwxr-xr-x"));
    }

    @Test
    void thePageMakesAHostWhoseFoldersAreOfWhoWritesThem() throws Exception {
        assertThat(lines("state/owners"))
                .contains(
                        "postgres " + host + "/var/backups/second-period",
                        "postgres " + host + "/var/backups/second-period/wal",
                        "second-period " + host + "/var/lib/second-period/rosters/in");
        assertThat(host.resolve("etc/systemd/system/second-period@.service")).exists();
        assertThat(host.resolve("etc/systemd/system/second-period-check.timer")).exists();
        assertThat(Files.readSymbolicLink(host.resolve("usr/local/sbin/second-period-restore")))
                .isEqualTo(host.resolve("opt/second-period/current/bin/second-period-restore"));
        assertThat(Files.getPosixFilePermissions(host.resolve("etc/second-period/secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aBackupIsWholeAndOldOnesGoWithTheirLog() throws Exception {
        Instant longAgo = Instant.now().minus(Duration.ofDays(40));
        for (int day = 10; day < 28; day++) {
            write(host.resolve("var/backups/second-period/2026-01-" + day + "/base.tar.gz"), "old");
            for (String file : List.of("/base.tar.gz", "")) {
                Files.setLastModifiedTime(
                        host.resolve("var/backups/second-period/2026-01-" + day + file),
                        FileTime.from(longAgo.plus(Duration.ofDays(day))));
            }
        }
        for (String file : List.of("000000010000000000000001", "00000002.history", "000000010000000000000099")) {
            write(host.resolve("var/backups/second-period/wal/" + file), file);
        }
        for (String file : List.of("000000010000000000000001", "00000002.history")) {
            Files.setLastModifiedTime(host.resolve("var/backups/second-period/wal/" + file), FileTime.from(longAgo));
        }

        must(backup());

        assertThat(names("var/backups/second-period"))
                .hasSize(16)
                .contains("wal", "2026-01-27", ".lock")
                .doesNotContain("2026-01-10", "2026-01-14");
        assertThat(names("var/backups/second-period/wal"))
                .containsExactlyInAnyOrder("00000002.history", "000000010000000000000099");
    }

    @Test
    void aBackupThatFailsLeavesTheOneBefore() throws Exception {
        Path backup = Path.of(backedUp("first"), "base.tar.gz");
        byte[] before = Files.readAllBytes(backup);
        write(host.resolve("state/backup-fails"), "");

        Ended ended = backup("first");

        assertThat(ended.code()).isNotZero();
        assertThat(names("var/backups/second-period")).containsExactly(".lock", "first", "wal");
        assertThat(backup).hasBinaryContent(before);
    }

    @Test
    void anUpgradeTakesAllOfItAlong() throws Exception {
        Path checkout = aCheckout(folder.resolve("checkout"));
        // As many names as a release has: more than a pipe holds.
        for (int i = 0; i < 500; i++) {
            write(checkout.resolve("desk/target/quarkus-app/lib/%s-%d.jar".formatted("x".repeat(180), i)), "");
        }
        append(checkout.resolve("deploy/one-host/district.env"), "SECONDPERIOD_SOMETHING_NEW=1\n");
        append(checkout.resolve("deploy/one-host/systemd/second-period@.service"), "# Another.\n");
        write(checkout.resolve("deploy/one-host/systemd/second-period-new.timer"), "[Timer]\n");
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.copy(packed(checkout, "1.3.0"), root.resolve("file.tgz"));

        Ended upgraded = must(run(root, command("second-period-upgrade"), "file.tgz"));

        assertThat(upgraded.said()).contains("does not have: SECONDPERIOD_SOMETHING_NEW=1", "second-period-1.3.0 runs");
        assertThat(running()).isEqualTo("second-period-1.3.0");
        assertThat(host.resolve("opt/second-period/previous").toRealPath().getFileName())
                .hasToString("second-period-1.2.3");
        assertThat(host.resolve("etc/systemd/system/second-period@.service"))
                .content()
                .endsWith("# Another.\n");
        List<String> did = lines("state/log");
        assertThat(did).contains("systemctl daemon-reload", "systemctl enable --now second-period-new.timer");
        assertThat(did.stream()
                        .map(line -> line.replaceAll("^systemctl (\\w+) (second-period[^ ]*?)(@.*)?$", "$1 $2"))
                        .filter(line -> line.matches("(stop|start) .*"))
                        .distinct())
                .containsExactly(
                        "stop second-period",
                        "start second-period-kafka",
                        "start second-period-migrate",
                        "start second-period",
                        "start second-period.target");
        assertThat(names("var/backups/second-period")).anyMatch(name -> name.startsWith("before-1.3.0-"));
        assertThat(names("opt/second-period")).noneMatch(name -> name.startsWith(".upgrade"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outreach-service/never-healthy", "building-entry/cannot-migrate"})
    void aVersionThatDoesNotComeUpIsTakenBack(String fault) throws Exception {
        Path checkout = aCheckout(folder.resolve("checkout"));
        write(checkout.resolve(fault.replace("/", "/target/quarkus-app/")), "");
        append(checkout.resolve("deploy/one-host/systemd/second-period@.service"), "# Another.\n");
        write(checkout.resolve("deploy/one-host/systemd/second-period-new.timer"), "[Timer]\n");
        Path edited = append(host.resolve("etc/systemd/system/second-period-kafka.service"), "# By hand.\n");
        Path file = packed(checkout, "1.3.0");

        Ended upgraded = run(folder, command("second-period-upgrade"), file.toString());

        assertThat(upgraded.code()).describedAs(upgraded.said()).isEqualTo(3);
        assertThat(upgraded.said())
                .contains("second-period-1.2.3 runs again", "second-period-kafka.service was changed");
        assertThat(running()).isEqualTo("second-period-1.2.3");
        assertThat(host.resolve("opt/second-period/previous")).doesNotExist();
        assertThat(host.resolve("etc/systemd/system/second-period@.service"))
                .content()
                .doesNotContain("# Another.");
        assertThat(host.resolve("etc/systemd/system/second-period-new.timer")).doesNotExist();
        assertThat(edited).content().endsWith("# By hand.\n");
    }

    @Test
    void aBrokerThatDoesNotComeUpIsSaid() throws Exception {
        Path file = packed(aCheckout(folder.resolve("checkout")), "1.3.0");
        broker.close();

        Ended upgraded = run(folder, command("second-period-upgrade"), file.toString());

        assertThat(upgraded.code()).describedAs(upgraded.said()).isEqualTo(4);
        assertThat(upgraded.said()).contains("The broker is not up", "it is for you now");
        assertThat(host.resolve("opt/second-period/current").toRealPath().getFileName())
                .hasToString("second-period-1.2.3");
    }

    @Test
    void anUpgradeThatCannotBackUpChangesNothing() throws Exception {
        write(host.resolve("state/backup-fails"), "");

        Path file = packed(aCheckout(folder.resolve("checkout")), "1.3.0");

        Ended upgraded = run(folder, command("second-period-upgrade"), file.toString());

        assertThat(upgraded.code()).isNotZero();
        assertThat(running()).isEqualTo("second-period-1.2.3");
        assertThat(host.resolve("state/log")).doesNotExist();
        assertThat(names("opt/second-period/releases")).doesNotContain("second-period-1.3.0");
    }

    @Test
    void oneGoesBackLaterAndTheUnitsToo() throws Exception {
        Path checkout = aCheckout(folder.resolve("checkout"));
        write(checkout.resolve("deploy/one-host/systemd/second-period-new.timer"), "[Timer]\n");
        must(run(
                folder,
                command("second-period-upgrade"),
                packed(checkout, "1.3.0").toString()));

        must(run(folder, command("second-period-upgrade"), "--back"));

        assertThat(running()).isEqualTo("second-period-1.2.3");
        assertThat(lines("state/log")).contains("systemctl disable --now second-period-new.timer");
        assertThat(host.resolve("etc/systemd/system/second-period-new.timer")).doesNotExist();
    }

    @Test
    void nothingIsChangedWhileFamiliesAreCalledUnlessItCannotWait() throws Exception {
        String backup = backedUp("of the morning");
        String file = packed(aCheckout(folder.resolve("checkout")), "1.3.0").toString();
        now = WHILE_FAMILIES_ARE_CALLED;

        Ended upgrade = run(folder, command("second-period-upgrade"), file);
        Ended back = run(folder, command("second-period-upgrade"), "--back");
        Ended restore = run(folder, command("second-period-restore"), backup);

        assertThat(List.of(upgrade, back, restore))
                .allSatisfy(ended -> assertThat(ended.said()).contains("families are being called"))
                .extracting(Ended::code)
                .containsOnly(1);
        assertThat(host.resolve("state/log")).doesNotExist();

        must(run(folder, command("second-period-upgrade"), file, "--now"));
        must(restored(backup, "--now"));
    }

    @Test
    void whatIsRestoredRunsEachTime() throws Exception {
        String first = backedUp("first");
        String second = backedUp("second");
        aServerHas("what came afterwards");

        must(restored(first));
        assertThat(serverHas()).isEqualTo("first");
        Ended ended = must(restored(second));

        assertThat(ended.said()).contains("Restored: " + host.resolve("var/lib/postgresql/17/main"));
        assertThat(serverHas()).isEqualTo("second");
        assertThat(names("var/lib/postgresql/17")).hasSize(3).allMatch(name -> name.startsWith("main"));
        assertThat(lines("state/log")).contains("systemctl stop postgresql@17-main.service");
        assertThat(running()).isEqualTo("second-period-1.2.3");
    }

    @Test
    void aServerThatStillStopsIsWaitedFor() throws Exception {
        String backup = backedUp("first");
        write(host.resolve("state/ends-slowly"), "");

        must(restored(backup));

        assertThat(lines("state/log")).doesNotContain("moved while it ran");
        assertThat(serverHas()).isEqualTo("first");
    }

    @Test
    void itIsNotSaidToBeRestoredWhenAnotherServerRuns() throws Exception {
        String backup = backedUp("first");
        write(host.resolve("state/other-data"), host + "/var/lib/postgresql/16/main\n");

        Ended ended = restored(backup);

        assertThat(ended.code()).describedAs(ended.said()).isEqualTo(3);
        assertThat(ended.said()).doesNotContain("Restored").contains("To go back to what was there");
    }

    @Test
    void untilAMomentIsForOneRestoreOnly() throws Exception {
        String backup = backedUp("first");
        must(restored(backup, "--until", "2026-11-02 08:45:00-06"));
        assertThat(settings()).contains("recovery_target_time = '2026-11-02 08:45:00-06'");
        String later = backedUp("later");

        must(restored(later));

        assertThat(settings()).doesNotContain("recovery_target").containsOnlyOnce("restore_command");
        assertThat(restored(backup, "--until", "yesterday").code()).isEqualTo(2);
    }

    @Test
    void consumersBeginAnewOnlyWhereTopicsAreLost() throws Exception {
        String backup = backedUp("first");
        write(host.resolve("var/lib/second-period-kafka/data/meta.properties"), "");

        must(restored(backup));
        assertThat(lines("state/log")).noneMatch(line -> line.contains("DELETE"));
        assertThat(host.resolve("var/lib/second-period-kafka/data")).exists();
        must(restored(backup, "--topics-lost"));

        assertThat(lines("state/log").stream().filter(line -> line.contains("DELETE FROM consumer_offset")))
                .hasSize(4);
        assertThat(host.resolve("var/lib/second-period-kafka/data")).doesNotExist();
    }

    @Test
    void whoDoesNotKnowTheDistrictOrHasNoWholeBackupChangesNothing() throws Exception {
        String backup = backedUp("first");
        aServerHas("now");

        Ended another = runWith("another-district\n", folder, command("second-period-restore"), backup);
        Files.delete(Path.of(backup, "pg_wal.tar.gz"));
        Ended torn = restored(backup);

        assertThat(another.code()).isEqualTo(1);
        assertThat(torn.code()).isEqualTo(2);
        assertThat(serverHas()).isEqualTo("now");
        assertThat(host.resolve("state/log")).doesNotExist();
    }

    @Test
    void aBackupOfAnotherPostgresIsNotRestored() throws Exception {
        write(data().resolve("PG_VERSION"), "16\n");
        String backup = backedUp("first");

        Ended ended = restored(backup);

        assertThat(ended.code()).describedAs(ended.said()).isEqualTo(3);
        assertThat(host.resolve("state/log")).doesNotExist();
        assertThat(names("var/lib/postgresql/17")).containsExactly("main");
    }

    @Test
    void theCheckSaysEachFault() throws Exception {
        must(backup());
        assertThat(must(run(folder, command("second-period-check"))).said()).contains("Nothing is wrong");

        assertThat(faultWhen("used", "93")).contains("Less than 15%");
        assertThat(faultWhen("archiver", "on t 3")).contains("The log is not archived");
        assertThat(faultWhen("archiver", "on f 40")).contains("40 pieces of the log wait");
        assertThat(faultWhen("archiver", "off f 0")).contains("archives no log");
        assertThat(faultWhen("certificate-ends", ""))
                .contains("The certificate of attendance.district.example.org ends");
        assertThat(faultWhen("no-front-door", "")).contains("Nobody shows a certificate");
        Files.delete(host.resolve("state/running/desk"));
        assertThat(run(folder, command("second-period-check")).said()).contains("desk is not up");
        must(run(folder, "systemctl", "start", "second-period@desk"));
        Path backup = files(host.resolve("var/backups/second-period")).stream()
                .filter(file -> Files.exists(file.resolve("base.tar.gz")))
                .findFirst()
                .orElseThrow();
        Files.setLastModifiedTime(
                backup.resolve("base.tar.gz"), FileTime.from(Instant.now().minus(Duration.ofHours(37))));
        assertThat(run(folder, command("second-period-check")).said()).contains("older than a day and a half");
    }

    @Test
    void whatFailsIsToldToWhomTheDistrictSays() throws Exception {
        Ended nobody = must(run(folder, command("second-period-on-failure"), "second-period-backup.service"));
        Path hook = write(
                host.resolve("etc/second-period/on-failure"),
                "#!/bin/sh\n{ echo \"$1\"; cat; } > " + host.resolve("state/told") + "\n");
        executable(hook);

        must(run(folder, command("second-period-on-failure"), "second-period-backup.service"));

        assertThat(nobody.said()).contains("<3>second-period-backup.service failed", "Nobody was told");
        assertThat(lines("state/told").getFirst()).isEqualTo("second-period-backup.service");
        assertThat(lines("state/told").getLast()).contains("said last");

        write(hook, "#!/bin/sh\nexit 1\n");
        assertThat(run(folder, command("second-period-on-failure"), "x.service").code())
                .isEqualTo(1);
    }

    @Test
    void aCertificateIsTakenWhenItFitsAndNginxTakesIt() throws Exception {
        Path renewed = folder.resolve("renewed");
        Path shown = host.resolve("etc/second-period/tls");
        write(renewed.resolve("fullchain.pem"), "pair 1");
        write(renewed.resolve("privkey.pem"), "pair 1");
        must(run(folder, command("second-period-certificate"), "renewed"));
        assertThat(shown.resolve("privkey.pem")).hasContent("pair 1");
        assertThat(Files.getPosixFilePermissions(shown.resolve("privkey.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(lines("state/log")).containsExactly("systemctl reload nginx");

        write(renewed.resolve("fullchain.pem"), "pair 2");
        assertThat(run(folder, command("second-period-certificate"), "renewed").code())
                .isEqualTo(1);
        write(renewed.resolve("privkey.pem"), "pair 2");
        write(host.resolve("state/nginx-refuses"), "");
        assertThat(run(folder, command("second-period-certificate"), "renewed").code())
                .isEqualTo(1);

        assertThat(shown.resolve("fullchain.pem")).hasContent("pair 1");
        assertThat(lines("state/log")).hasSize(1);
    }

    private String faultWhen(String file, String text) throws Exception {
        Path state = write(host.resolve("state/" + file), text);
        Ended ended = run(folder, command("second-period-check"));
        Files.delete(state);
        assertThat(ended.code()).describedAs(ended.said()).isEqualTo(1);
        return ended.said();
    }

    /** The commands of the page's third step, below this host's folder. */
    private String installing() {
        String page = Project.read("docs/one-host.md");
        String step = page.substring(page.indexOf("3. Users and folders"));
        String block = step.substring(step.indexOf("```\n") + 4);
        return block.substring(0, block.indexOf("```"))
                .replaceAll("(?<=[ =])/(etc|opt|var)/", host + "/$1/")
                .replaceAll("(?m)^   /opt/", host + "/opt/");
    }

    /** What is of the one host, beside a build whose jars are empty. */
    private static Path aCheckout(Path checkout) throws IOException {
        for (String part : List.of("deploy/one-host", "docs/runbooks", "docs/one-host.md")) {
            try (Stream<Path> files = Files.walk(Project.path(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = checkout.resolve(part)
                            .resolve(Project.path(part).relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        for (String service : Project.SERVICES) {
            write(checkout.resolve(service + "/target/quarkus-app/quarkus-run.jar"), "");
        }
        write(checkout.resolve("deploy/embedded/target/kafka-lib/kafka.jar"), "");
        return checkout;
    }

    private Path packed(Path checkout, String version) throws Exception {
        must(run(
                folder,
                checkout.resolve("deploy/one-host/bin/second-period-package").toString(),
                version));
        return checkout.resolve("target/second-period-" + version + ".tgz");
    }

    /** A PostgreSQL of Debian's, with the tool that looks at a backup. */
    private void aServer(String text) throws IOException {
        write(host.resolve("state/data"), data() + "\n");
        write(
                host.resolve("state/servers"),
                "16 old 5433 down postgres %s/var/lib/postgresql/16/old log\n17 main 5432 online postgres %s log\n"
                        .formatted(host, data()));
        write(data().resolve("PG_VERSION"), "17\n");
        aServerHas(text);
        executable(write(host.resolve("usr/lib/postgresql/17/bin/pg_verifybackup"), "#!/bin/sh\nexit 0\n"));
    }

    private Path data() {
        return host.resolve("var/lib/postgresql/17/main");
    }

    private void aServerHas(String text) throws IOException {
        write(data().resolve("text"), text);
    }

    private String serverHas() throws IOException {
        return Files.readString(data().resolve("text"));
    }

    private String settings() throws IOException {
        return Files.readString(data().resolve("postgresql.auto.conf"));
    }

    private Ended backup(String... name) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "cd / && exec runuser -u postgres -- \"$@\"",
                "-",
                command("second-period-backup"),
                host + "/var/backups/second-period"));
        command.addAll(Arrays.asList(name));
        return run(folder, command.toArray(String[]::new));
    }

    private String backedUp(String text) throws Exception {
        aServerHas(text);
        String name = text.replace(' ', '-');
        must(backup(name));
        return host + "/var/backups/second-period/" + name;
    }

    private Ended restored(String backup, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(command("second-period-restore"), backup));
        command.addAll(Arrays.asList(options));
        return runWith("maple-hollow\n", folder, command.toArray(String[]::new));
    }

    /** The one version that the broker and all services are of. */
    private String running() throws IOException {
        List<String> versions = new ArrayList<>(lines("state/broker"));
        for (String service : Project.SERVICES) {
            versions.addAll(lines("state/running/" + service));
        }
        assertThat(versions).hasSize(6);
        return versions.stream()
                .map(version -> version.substring(version.lastIndexOf('/') + 1))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private String command(String name) {
        return host.resolve("usr/local/sbin/" + name).toString();
    }

    private Ended run(Path from, String... command) throws Exception {
        return runWith("", from, command);
    }

    private Ended runWith(String input, Path from, String... command) throws Exception {
        Path typed = write(folder.resolve("typed"), input);
        // By env: Java itself looks for a command where its own PATH says, and not where this one does.
        List<String> found = new ArrayList<>(List.of("/usr/bin/env"));
        found.addAll(Arrays.asList(command));
        ProcessBuilder process =
                new ProcessBuilder(found).directory(from.toFile()).redirectInput(typed.toFile());
        process.environment().put("PATH", folder.resolve("stand-ins") + ":" + System.getenv("PATH"));
        process.environment().put("SECOND_PERIOD_ROOT", host.toString());
        process.environment().put("SECOND_PERIOD_PATIENCE", "4");
        process.environment()
                .put(
                        "SECOND_PERIOD_NOW",
                        String.valueOf(now.atZone(ZoneId.of("America/Chicago")).toEpochSecond()));
        return ended(process, folder);
    }

    /** What it says goes to a file: a process that it leaves behind would keep a pipe open. */
    private static Ended ended(ProcessBuilder process, Path folder) throws Exception {
        Path said = Files.createTempFile(folder, "said", ".txt");
        int code = process.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return new Ended(code, Files.readString(said));
    }

    private static Ended must(Ended ended) {
        assertThat(ended.code()).describedAs(ended.said()).isZero();
        return ended;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(host.resolve(file));
    }

    private List<String> names(String file) throws IOException {
        return files(host.resolve(file)).stream()
                .map(found -> found.getFileName().toString())
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path append(Path file, String text) throws IOException {
        return Files.writeString(file, Files.readString(file) + text);
    }
}
