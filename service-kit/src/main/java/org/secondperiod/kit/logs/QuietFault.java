package org.secondperiod.kit.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.DatabaseFaults;

/** An exception as it is logged: its class, its stack, its causes, and its message only where that tells of no data. */
final class QuietFault extends Throwable {

    private static final long serialVersionUID = 1L;

    /** Whose messages tell of addresses, files, settings and time-outs; ours never hold data. */
    private static final List<String> TELL_OF_NO_DATA = List.of(
            "org.secondperiod.",
            "java.io.",
            "java.net.",
            "java.nio.file.",
            "java.util.concurrent.",
            "org.apache.kafka.",
            "io.quarkus.",
            "io.smallrye.config.",
            "io.netty.",
            "io.agroal.",
            "org.flywaydb.");

    private final String told;

    private QuietFault(String told, StackTraceElement[] stack, @Nullable Throwable cause) {
        super(told, cause, true, true);
        this.told = told;
        setStackTrace(stack);
    }

    static QuietFault of(Throwable error) {
        return of(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static QuietFault of(Throwable error, Set<Throwable> seen) {
        seen.add(error);
        Throwable cause = error.getCause();
        var quiet = new QuietFault(
                told(error), error.getStackTrace(), cause == null || seen.contains(cause) ? null : of(cause, seen));
        for (Throwable suppressed : error.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                quiet.addSuppressed(of(suppressed, seen));
            }
        }
        return quiet;
    }

    private static String told(Throwable error) {
        var name = error.getClass().getName();
        if (error instanceof SQLException sql && !DatabaseFaults.isInfrastructure(sql)) {
            return name + ": SQLSTATE " + sql.getSQLState();
        }
        var mayTell = error instanceof SQLException
                || !(error instanceof JsonProcessingException)
                        && TELL_OF_NO_DATA.stream().anyMatch(name::startsWith);
        // A message that a cause wrote comes up again in the exceptions around it.
        return mayTell && error.getMessage() != null && quotesNoCause(error) ? name + ": " + error.getMessage() : name;
    }

    private static boolean quotesNoCause(Throwable error) {
        for (Throwable cause = error.getCause(); cause != null && cause != error; cause = cause.getCause()) {
            if (cause.getMessage() != null
                    && !cause.getMessage().isBlank()
                    && String.valueOf(error.getMessage()).contains(cause.getMessage())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return told;
    }
}
