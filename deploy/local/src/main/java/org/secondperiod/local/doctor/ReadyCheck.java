package org.secondperiod.local.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.secondperiod.local.stack.Health;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** Whether services that run elsewhere can be reached, and say that they are ready. */
final class ReadyCheck {

    private final Function<Part, String> urls;
    private final Set<Part> ready = EnumSet.noneOf(Part.class);

    /** @param urls a service's origin and root path; throws a {@link StackException} where none is known */
    ReadyCheck(Function<Part, String> urls) {
        this.urls = urls;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        Part.services().forEach(service -> findings.add(look(service)));
        return findings;
    }

    /** Those that said so when it was looked. */
    Set<Part> ready() {
        return ready;
    }

    private Finding look(Part service) {
        try {
            String url = urls.apply(service);
            if (Health.answers(url + "/q/health/ready")) {
                ready.add(service);
                return Finding.good(service.label(), "ready at " + url);
            }
            return Finding.fault(
                    service.label(),
                    "is not ready at %s, or cannot be reached from here".formatted(url),
                    "what it waits for stands in %s/q/health/ready; the way there may be closed: ask from where the services are"
                            .formatted(url));
        } catch (StackException e) {
            return Finding.leftOut(service.label(), String.valueOf(e.getMessage()));
        }
    }
}
