package org.secondperiod.ingest.rosters.oneroster;

import java.util.Locale;
import java.util.zip.ZipException;

/** Says in the sender's words what the JDK says of a zip. */
final class ZipFaults {

    private ZipFaults() {}

    static String explain(ZipException fault) {
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("encrypted")) {
            return "The zip is encrypted: send it without a password, over TLS or SFTP";
        }
        if (message.contains("end header not found") || message.contains("zip file is empty")) {
            return "The zip is truncated, or no zip: its table of contents at the end is missing";
        }
        return "The zip is damaged: " + fault.getMessage();
    }
}
