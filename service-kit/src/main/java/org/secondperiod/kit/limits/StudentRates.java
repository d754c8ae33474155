package org.secondperiod.kit.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditTrail.Who;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.MachineClock;

/**
 * Refuses to show a credential more different students within an hour than anybody needs who calls at a school: who copies a
 * district's students one request at a time stays within every other rate.
 */
@ApplicationScoped
public class StudentRates {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final LimitsConfig config;
    private final Cache<Who, SeenStudents> seen = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterAccess(HALF_AN_HOUR.multipliedBy(2))
            .build();

    StudentRates(LimitsConfig config) {
        this.config = config;
    }

    /** These are to be shown to this credential, or it is refused (429). */
    void count(Who who, Collection<String> students) {
        OptionalInt most = most(who.credential());
        if (most.isEmpty() || students.isEmpty()) {
            return;
        }
        Instant now = MachineClock.now();
        long halfHour = now.getEpochSecond() / HALF_AN_HOUR.toSeconds();
        if (!seen.get(who, key -> new SeenStudents()).add(students, most.getAsInt(), halfHour)) {
            throw tooMany(most.getAsInt(), (halfHour + 1) * HALF_AN_HOUR.toSeconds() - now.getEpochSecond());
        }
    }

    private OptionalInt most(Credential credential) {
        return switch (credential) {
            case PERSON -> config.person().studentsAnHour();
            case SYSTEM -> config.system().studentsAnHour();
            case READER, UNVERIFIED, NONE -> OptionalInt.empty();
        };
    }

    private static HttpProblem tooMany(int most, long seconds) {
        return Problems.build(
                        429,
                        "too-many-students",
                        "Too many students",
                        "This credential would have seen more than %,d different students within an hour. Those that it has seen it may see again; others a little later."
                                .formatted(most))
                .withHeader("Retry-After", seconds)
                .build();
    }
}
