package org.secondperiod.kit.logs;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Takes from each logged exception the messages that may hold data, whoever logs it: a database driver names the values of a
 * statement, a parser the text that it could not read.
 */
@LoggingFilter(name = QuietFaults.NAME)
public final class QuietFaults implements Filter {

    /** The name by which the configuration puts it on the handlers. */
    public static final String NAME = "quiet-faults";

    @Override
    public boolean isLoggable(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (thrown != null && !(thrown instanceof QuietFault)) {
            record.setThrown(QuietFault.of(thrown));
        }
        return true;
    }
}
