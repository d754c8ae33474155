package org.secondperiod.outreach.live;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.secondperiod.kit.audit.Audit;
import org.secondperiod.kit.audit.OngoingRequest;
import org.secondperiod.kit.limits.StudentRates;
import org.secondperiod.kit.time.MachineClock;

/** Has the students of whom open streams tell counted like those of any answer, and written into the audit until each has ended. */
@ApplicationScoped
public class StreamedStudentsService {

    private static final Logger LOG = Logger.getLogger(StreamedStudentsService.class);

    private final Audit audit;
    private final StudentRates rates;
    private final Set<StreamedStudents> open = ConcurrentHashMap.newKeySet();

    StreamedStudentsService(Audit audit, StudentRates rates) {
        this.audit = audit;
        this.rates = rates;
    }

    /** Of the stream with which this request is about to be answered. */
    public StreamedStudents ofThisRequest() {
        OngoingRequest request = audit.goesOn();
        AtomicBoolean refused = new AtomicBoolean();
        Consumer<Set<String>> count = students -> {
            try {
                rates.count(request.who(), students);
            } catch (HttpProblem tooMany) {
                if (refused.compareAndSet(false, true)) {
                    later(() -> request.refused(tooMany.getStatusCode(), students));
                }
                throw tooMany;
            }
        };
        return new StreamedStudents(count, request::shown, MachineClock::now);
    }

    /** Its stream has begun. */
    public void opened(StreamedStudents students) {
        open.add(students);
    }

    /** Its stream has ended: whom it told of last is written now, by another thread. */
    public void closed(StreamedStudents students) {
        later(() -> {
            try {
                students.write();
            } finally {
                open.remove(students);
            }
        });
    }

    private static void later(Runnable write) {
        Infrastructure.getDefaultExecutor().execute(() -> isDone(write));
    }

    /** Writes down whom it has told of by now; false if that cannot be done. */
    public boolean isWritten(StreamedStudents students) {
        return isDone(students::write);
    }

    /** The log hears of nobody. */
    private static boolean isDone(Runnable write) {
        try {
            write.run();
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Whom an event stream has told of cannot be written into the audit: %s",
                    e.getClass().getName());
            return false;
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        open.forEach(this::isWritten);
    }
}
