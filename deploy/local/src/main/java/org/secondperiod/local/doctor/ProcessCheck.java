package org.secondperiod.local.doctor;

import java.util.List;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.PartStatus;

/** Whether each process runs and is ready, and whether its port is its own. */
final class ProcessCheck {

    private final Layout layout;
    private final List<PartStatus> status;

    ProcessCheck(Layout layout, List<PartStatus> status) {
        this.layout = layout;
        this.status = status;
    }

    List<Finding> look() {
        return status.stream().map(this::finding).toList();
    }

    private Finding finding(PartStatus one) {
        String label = one.part().label();
        if (one.isReady()) {
            return Finding.good(label, "ready on port " + one.port());
        }
        if (one.pid() != null) {
            return Finding.fault(label, "runs, and is not ready", "read its log: ./sp logs " + label);
        }
        if (Ports.answers(one.port())) {
            return Finding.fault(
                    label,
                    "does not run, and something else has its port " + one.port(),
                    "start it: ./sp start takes up what is left of this stack. If it says that the port is taken, end what"
                            + " listens there, or move all ports: SP_PORT_OFFSET=100");
        }
        return Finding.fault(
                label, "does not run", "start it: ./sp start. Its last log: " + layout.logFile(one.part()));
    }
}
