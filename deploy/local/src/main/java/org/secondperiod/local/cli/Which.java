package org.secondperiod.local.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.installation.Installation;
import org.secondperiod.local.stack.Layout;
import picocli.CommandLine.Option;

/** Which district a verb looks at, for those that can look at another than this machine's stack. */
final class Which {

    @Option(
            names = "--district",
            paramLabel = "FILE",
            description =
                    "a district elsewhere, as docs/doctor.md says how to write down (default: the stack of this machine)")
    @Nullable
    Path file;

    /** @param layout of this machine's stack */
    Installation installation(Layout layout) {
        return Installation.of(file, layout);
    }
}
