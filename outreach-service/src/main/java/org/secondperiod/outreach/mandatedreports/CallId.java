package org.secondperiod.outreach.mandatedreports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a register calls a report: a number, with a few letters before it at most, so that nothing can be told in it. */
public record CallId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{0,3}[0-9]{4,16}");

    /** As somebody writes it, with or without spaces and dashes; empty where it is none. */
    public static Optional<CallId> of(String written) {
        String compact = written.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(compact).matches() ? Optional.of(new CallId(compact)) : Optional.empty();
    }
}
