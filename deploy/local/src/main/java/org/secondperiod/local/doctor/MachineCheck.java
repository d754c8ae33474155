package org.secondperiod.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;

/** The JDK, the disk, and the clock that services are given. */
final class MachineCheck {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '(New York)'").withZone(ZoneId.of("America/New_York"));

    private static final int LOWEST_JDK = 21;
    private static final long ENOUGH_BYTES = 2L << 30;

    private final Layout layout;
    private final int jdk;
    private final long enoughBytes;

    MachineCheck(Layout layout) {
        this(layout, Runtime.version().feature(), ENOUGH_BYTES);
    }

    /**
     * @param jdk the version of the one that runs
     * @param enoughBytes less room on the disk is a fault
     */
    MachineCheck(Layout layout, int jdk, long enoughBytes) {
        this.layout = layout;
        this.jdk = jdk;
        this.enoughBytes = enoughBytes;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                jdk >= LOWEST_JDK
                        ? Finding.good("JDK", jdk + " in " + System.getProperty("java.home"))
                        : Finding.fault("JDK", "version " + jdk, "install a JDK 21 or newer"));
        findings.add(disk());
        findings.add(clock());
        return findings;
    }

    private Finding disk() {
        try {
            Path existing = Files.exists(layout.state()) ? layout.state() : layout.checkout();
            long free = Files.getFileStore(existing).getUsableSpace();
            String saw = "%.1f GiB free for %s".formatted(free / (double) (1L << 30), layout.state());
            return free >= enoughBytes
                    ? Finding.good("disk", saw)
                    : Finding.fault("disk", saw, "free some space, or set SP_STATE to a folder on another disk");
        } catch (IOException e) {
            return Finding.fault("disk", String.valueOf(e.getMessage()), "check that the state folder can be read");
        }
    }

    private Finding clock() {
        if (!Files.exists(layout.clockFile())) {
            return Finding.good("clock", "no simulated clock yet");
        }
        ClockFile clock = new ClockFile(layout.clockFile());
        String fault = clock.fault();
        return fault.isEmpty()
                ? Finding.good("clock", "the stack's clock shows " + SHOWN.format(clock.now()))
                : Finding.fault("clock", fault, "remove " + layout.clockFile() + " and start again");
    }
}
