package org.secondperiod.kit.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditTrail.Who;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.MachineClock;

/**
 * Refuses to show a credential more different students within an hour than anybody needs who calls at a school: who copies a
 * district's students one request at a time stays within every other rate. It is counted by each replica, in memory: 32 KiB for each
 * credential that was shown somebody within the last hour, and of the 5,000 that were so last at the most (160 MiB); who is beyond
 * those is counted anew.
 */
@ApplicationScoped
public class StudentRates {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int CREDENTIALS = 5_000;

    private final LimitsConfig config;
    private final Cache<Who, SeenStudents> seen = Caffeine.newBuilder()
            .maximumSize(CREDENTIALS)
            .expireAfterAccess(WINDOW.multipliedBy(SeenStudents.WINDOWS))
            .build();

    StudentRates(LimitsConfig config) {
        this.config = config;
    }

    /** These are to be shown to this credential, or it is refused (429). */
    public void count(Who who, Collection<String> students) {
        OptionalInt most = most(who.credential());
        if (most.isEmpty() || students.isEmpty()) {
            return;
        }
        Instant now = MachineClock.now();
        long window = now.getEpochSecond() / WINDOW.toSeconds();
        OptionalLong later = seen.get(who, key -> new SeenStudents()).add(students, most.getAsInt(), window);
        later.ifPresent(first -> {
            throw first == SeenStudents.NEVER
                    ? tooManyAtOnce(most.getAsInt())
                    : tooMany(most.getAsInt(), first * WINDOW.toSeconds() - now.getEpochSecond());
        });
    }

    private OptionalInt most(Credential credential) {
        return switch (credential) {
            case PERSON -> config.person().studentsAnHour();
            case SYSTEM -> config.system().studentsAnHour();
            case READER, UNVERIFIED, NONE -> OptionalInt.empty();
        };
    }

    private static HttpProblem tooMany(int most, long seconds) {
        return problem(
                        most,
                        "This credential would have seen more than %,d different students within an hour. Those that it has seen it may see again; others later.")
                .withHeader("Retry-After", seconds)
                .build();
    }

    private static HttpProblem tooManyAtOnce(int most) {
        return problem(
                        most,
                        "The answer would have shown more different students than the %,d that this credential may see within an hour. Ask for fewer at once.")
                .build();
    }

    private static HttpProblem.Builder problem(int most, String detail) {
        return Problems.build(429, "too-many-students", "Too many students", detail.formatted(most));
    }
}
