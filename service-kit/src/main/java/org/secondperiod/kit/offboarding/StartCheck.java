package org.secondperiod.kit.offboarding;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.keys.KeyCount;
import org.secondperiod.kit.keys.KeyReport;
import org.secondperiod.kit.keys.KeyReports;
import org.secondperiod.kit.offboarding.db.OffBoardingStore;

/**
 * A service of a district that has left does not start, nor does one that finds sealed values and has no key at all: both would be there
 * by half, and nobody would know why. It says so, with what lies there.
 */
@ApplicationScoped
public class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    private static final int BEFORE_EVERYTHING = 1;

    private final Jdbi jdbi;
    private final OffBoardingStore store;
    private final KeyRing ring;
    private final KeyReports keys;
    private final boolean hasDatabase;

    StartCheck(
            Jdbi jdbi,
            OffBoardingStore store,
            KeyRing ring,
            KeyReports keys,
            @ConfigProperty(name = "quarkus.datasource.active", defaultValue = "true") boolean hasDatabase) {
        this.jdbi = jdbi;
        this.store = store;
        this.ring = ring;
        this.keys = keys;
        this.hasDatabase = hasDatabase;
    }

    void onStart(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
        if (hasDatabase) {
            OffBoarding left = jdbi.inTransaction(store::find).orElse(null);
            // To count what lies there takes a while, and is of no use to a service that goes on.
            String fault = left != null || ring.isEmpty() ? fault(left, keys.now()) : null;
            if (fault != null) {
                LOG.fatal(fault);
                throw new IllegalStateException(fault);
            }
        }
    }

    /** Why the service does not start; null if it does. */
    static @Nullable String fault(@Nullable OffBoarding left, KeyReport keys) {
        List<KeyCount> sealed = keys.values().stream()
                .filter(count -> !count.keyId().equals(KeyCount.PLAIN))
                .toList();
        if (left != null) {
            return "The district %s was off-boarded, by order of %s at %s, and this service does not start any more. %s %s"
                    .formatted(
                            left.districtId(),
                            left.orderedBy(),
                            left.orderedAt(),
                            keys.keys().isEmpty()
                                    ? "It has no key."
                                    : "It was given keys that are to be destroyed: %s."
                                            .formatted(String.join(", ", keys.keys())),
                            sealed.isEmpty()
                                    ? "Nothing sealed lies here."
                                    : "Sealed, it still has %s.".formatted(words(sealed)));
        }
        return keys.keys().isEmpty() && !sealed.isEmpty()
                ? "This service has no key, and %s. Give it the district's keys (docs/keys.md); without them it does not start. If they were destroyed because the district has left, there is nothing to start."
                        .formatted(words(sealed))
                : null;
    }

    private static String words(List<KeyCount> sealed) {
        return sealed.stream()
                .map(count -> "%d values of %s under %s".formatted(count.values(), count.where(), count.keyId()))
                .collect(Collectors.joining(", "));
    }
}
