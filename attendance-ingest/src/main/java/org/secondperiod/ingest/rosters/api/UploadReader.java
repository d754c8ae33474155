package org.secondperiod.ingest.rosters.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.secondperiod.ingest.rosters.RosterImports.Upload;
import org.secondperiod.ingest.rosters.RostersConfig;
import org.secondperiod.ingest.rosters.WorkFiles;

/** Streams a body to disk, whatever its size, up to the limit. */
@ApplicationScoped
public class UploadReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final RostersConfig config;
    private final WorkFiles files;

    UploadReader(RostersConfig config, WorkFiles files) {
        this.config = config;
        this.files = files;
    }

    Upload read(InputStream body) {
        return read(
                body,
                config.maxUploadBytes(),
                () -> RostersProblems.tooLarge(config.maxUploadBytes()),
                RostersProblems::empty);
    }

    /** A body of at most so many bytes and at least one; whoever asks deletes the file. */
    public Upload read(InputStream body, long most, Supplier<HttpProblem> tooLarge, Supplier<HttpProblem> empty) {
        Path file = files.create();
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw tooLarge.get();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            if (bytes == 0) {
                throw empty.get();
            }
            return new Upload(file, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | NoSuchAlgorithmException e) {
            delete(file);
            throw new IllegalStateException("The upload could not be kept", e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
