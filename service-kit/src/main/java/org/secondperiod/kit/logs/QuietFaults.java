package org.secondperiod.kit.logs;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What every log line goes through. Takes from each logged exception the messages that may hold data, whoever logs it: a database driver names the values of a
 * statement, a parser the text that it could not read. And puts the {@link LoggedKeys} of a message beside it.
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
        if (record instanceof ExtLogRecord ours) {
            LoggedKeys.lift(ours);
        }
        return true;
    }
}
