package org.secondperiod.local.installation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/**
 * Where the services, databases and brokers of the district are that a command looks at. What is not known is said when it is asked for,
 * so that a command needs no more than it uses.
 */
public interface Installation {

    /**
     * The one that a file tells of; without a file, the stack of this machine.
     *
     * @throws org.secondperiod.local.stack.StackException when the file is not as it must be, with its line
     */
    static Installation of(@Nullable Path file, Layout layout) {
        return file == null
                ? new LocalInstallation(layout)
                : new DistrictInstallation(DistrictFile.read(file, System.getenv()));
    }

    /** The stack of this machine, if it is that. */
    Optional<Layout> local();

    ZoneId zone();

    /** What the services take the time to be. */
    Instant now();

    /** A service's origin and root path, e.g. {@code https://attendance.district.example.org/outreach}. */
    String url(Part service);

    String issuer();

    /** What a Kafka client is configured with. */
    Map<String, Object> kafka();

    /** Of a service's database, as somebody who sees all rows. */
    Login database(Part service);

    /** The role that a service itself signs in to its database as. */
    String role(Part service);

    /** The services, as an administrator. */
    Api admin();
}
