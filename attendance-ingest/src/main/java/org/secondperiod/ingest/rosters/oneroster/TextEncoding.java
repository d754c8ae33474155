package org.secondperiod.ingest.rosters.oneroster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file's bytes are text. OneRoster demands UTF-8; exports from Windows are often in its code page instead.
 *
 * @param charset UTF-8, or windows-1252 where no byte sequence is UTF-8 beyond ASCII and every byte has a meaning there
 * @param assumed it is not what the standard demands, so the sender should look at a name with an accent
 */
record TextEncoding(Charset charset, boolean assumed) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Reads the stream to its end. */
    static TextEncoding of(String file, InputStream bytes) throws IOException {
        Utf8Census census = new Utf8Census();
        byte[] buffer = new byte[1 << 16];
        boolean first = true;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            if (first && startsAsUtf16(buffer, read)) {
                throw new UnusableRoster(file + " is UTF-16; OneRoster files are UTF-8");
            }
            first = false;
            census.add(buffer, read);
        }
        boolean windows = census.strayBytes() > 0 && census.sequences() == 0 && !census.unassignedInWindows1252();
        return windows ? new TextEncoding(WINDOWS_1252, true) : new TextEncoding(StandardCharsets.UTF_8, false);
    }

    private static boolean startsAsUtf16(byte[] buffer, int read) {
        return read >= 2
                && ((buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE)
                        || (buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF));
    }
}
