package org.secondperiod.local.offboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Layout;

/** The certificate as it lies in the state folder, from before the keys are destroyed; while it is there nothing starts. */
final class CertificateFile {

    private final Path file;

    CertificateFile(Layout layout) {
        this.file = layout.offBoardedFile();
    }

    Optional<Certificate> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), Certificate.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Certificate write(Certificate certificate) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, Json.pretty(certificate));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            return certificate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
