package org.secondperiod.local.drills;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.StackException;

/**
 * A backup of all databases at one moment while they work, as {@code pg_basebackup} makes it: PostgreSQL is told that it begins and
 * ends, its folder is copied in between, and its log with it. The server that comes with the build has no {@code pg_basebackup}.
 */
final class BaseBackup {

    private static final Path LOG = Path.of("pg_wal");
    /** What belongs to the server that runs, or is made anew by every start. */
    private static final Set<Path> LEFT_OUT = Set.of(
            Path.of("postmaster.pid"), Path.of("postmaster.opts"), LOG, Path.of("pg_replslot"), Path.of("pg_stat_tmp"));

    private final Path data;
    private final Path to;

    private BaseBackup(Path data, Path to) {
        this.data = data;
        this.to = to;
    }

    /** Backs up the server of a stack into a folder of the stack's. */
    static BaseBackup take(Layout layout, String name) {
        BaseBackup backup = new BaseBackup(
                layout.state().resolve("postgres"), layout.state().resolve(name));
        try (Connection server = DriverManager.getConnection(
                        layout.jdbcUrl("postgres"), LocalPostgres.USER, LocalPostgres.PASSWORD);
                Statement statement = server.createStatement()) {
            // The log since now is kept until this connection ends.
            statement.execute("SELECT pg_create_physical_replication_slot('drill', true, true)");
            statement.execute("SELECT pg_backup_start('drill', true)");
            copy(backup.data, backup.to, LEFT_OUT);
            try (ResultSet ended = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                ended.next();
                Files.writeString(backup.to.resolve("backup_label"), ended.getString(1));
            }
            statement.execute("SELECT pg_switch_wal()");
            copy(backup.data.resolve(LOG), backup.to.resolve(LOG), Set.of());
            for (String empty : new String[] {"pg_replslot", "pg_stat_tmp"}) {
                Files.createDirectories(backup.to.resolve(empty));
            }
            return backup;
        } catch (SQLException | IOException e) {
            throw new StackException("The databases cannot be backed up: " + e.getMessage(), e);
        }
    }

    /** How large it is, in bytes. */
    long bytes() {
        try (Stream<Path> files = Files.walk(to)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new StackException("The backup cannot be read: " + e.getMessage(), e);
        }
    }

    /** Puts it where the databases were, which are gone; the server must not run. */
    void restore() {
        try {
            delete(data);
            copy(to, data, Set.of());
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StackException("The databases cannot be restored: " + e.getMessage(), e);
        }
    }

    /** What a disk does that dies. */
    void loseTheDatabases() {
        try {
            delete(data);
        } catch (IOException e) {
            throw new StackException("The databases cannot be removed: " + e.getMessage(), e);
        }
    }

    private static void copy(Path from, Path to, Set<Path> leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (leftOut.contains(from.relativize(folder))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path copy = to.resolve(from.relativize(folder));
                Files.createDirectories(copy);
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!leftOut.contains(from.relativize(file))) {
                    try {
                        Files.copy(
                                file,
                                to.resolve(from.relativize(file)),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                    } catch (NoSuchFileException goneMeanwhile) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
