package org.secondperiod.kit.logs;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtLogRecord;

/**
 * The keys of log messages: {@code ..., schoolId=11X265}. People read them where they stand; where lines are JSON each is a field of its
 * own too, so that a search finds all that was said of one school or task. There are no others, and a check of the build refuses them.
 */
public final class LoggedKeys {

    /** Every one. All are opaque ids: none is a name, a number or a text. */
    public static final Set<String> ALL = Set.of(
            "schoolId",
            "schoolDay",
            "studentId",
            "taskId",
            "eventId",
            "readerId",
            "importId",
            "historyId",
            "absenceId",
            "batchId",
            "orderId");

    private static final Pattern SAID =
            Pattern.compile("\\b(" + ALL.stream().sorted().collect(Collectors.joining("|")) + ")=([^\\s,;()]+)");

    private LoggedKeys() {}

    /** Puts the keys of a message beside it. */
    static void lift(ExtLogRecord record) {
        String message = record.getMessage();
        if (message != null && message.indexOf('=') >= 0) {
            SAID.matcher(record.getFormattedMessage())
                    .results()
                    .forEach(said -> record.putMdc(said.group(1), said.group(2)));
        }
    }
}
