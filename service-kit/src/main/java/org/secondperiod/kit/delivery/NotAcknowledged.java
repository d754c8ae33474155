package org.secondperiod.kit.delivery;

import java.util.List;

/** The broker did not acknowledge in time; whether it stored the events is unknown, and sending them again is safe. */
public class NotAcknowledged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Integer> failed;

    public NotAcknowledged(List<Integer> failed, Throwable cause) {
        super("%d events were not acknowledged by the broker".formatted(failed.size()), cause);
        this.failed = List.copyOf(failed);
    }

    /** The positions, in the list that was published, of the events that were not acknowledged. */
    public List<Integer> failed() {
        return failed;
    }
}
