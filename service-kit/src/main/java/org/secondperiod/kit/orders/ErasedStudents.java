package org.secondperiod.kit.orders;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.orders.Erasure.State;
import org.secondperiod.kit.requests.NoDatabase;

/**
 * Of whom nothing is taken in any more. Few, and asked for with each fact, so they are kept in memory and looked up every ten seconds;
 * nothing is erased before a minute has passed since a student came among them.
 */
@ApplicationScoped
public class ErasedStudents {

    private final Jdbi jdbi;
    private final ErasureStore store;
    private final boolean hasDatabase;
    private volatile @Nullable Set<String> known;

    ErasedStudents(
            Jdbi jdbi,
            ErasureStore store,
            @ConfigProperty(name = "quarkus.datasource.active", defaultValue = "true") boolean hasDatabase) {
        this.jdbi = jdbi;
        this.store = store;
        this.hasDatabase = hasDatabase;
    }

    /** Whether this student was erased, or is about to be. */
    public boolean contains(@Nullable String studentId) {
        if (studentId == null) {
            return false;
        }
        Set<String> students = known;
        return (students == null ? refresh() : students).contains(studentId);
    }

    /** Before anybody asks, so that no request has to. */
    void onStart(@Observes StartupEvent event) {
        if (hasDatabase) {
            refresh();
        }
    }

    @Scheduled(every = "10s", delayed = "10s", skipExecutionIf = NoDatabase.class)
    void look() {
        refresh();
    }

    Set<String> refresh() {
        Set<String> students =
                AsSystem.get(() -> jdbi.inTransaction(tx -> store.in(tx, Set.of(State.REFUSING, State.ERASED)).stream()
                        .map(Erasure::studentId)
                        .collect(toUnmodifiableSet())));
        known = students;
        return students;
    }
}
