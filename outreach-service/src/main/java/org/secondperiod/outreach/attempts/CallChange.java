package org.secondperiod.outreach.attempts;

import java.util.List;

/**
 * What came of taking back or correcting a call.
 *
 * @param changed the attempts that were changed, as they were: one for each student whom it was about
 * @param left attempts of the call whose tasks stay as they are, because something else has become of them
 */
public record CallChange(List<Attempt> changed, List<Attempt> left) {

    /** Nothing. */
    static final CallChange NONE = new CallChange(List.of(), List.of());

    public CallChange {
        changed = List.copyOf(changed);
        left = List.copyOf(left);
    }
}
