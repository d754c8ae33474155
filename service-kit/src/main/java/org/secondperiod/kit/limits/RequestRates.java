package org.secondperiod.kit.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditTrail.Who;
import org.secondperiod.kit.problems.Problems;

/**
 * Refuses the requests that a credential sends beyond its rate, with when to send them again. By credential and never by
 * address: behind one address are all the callers of a school.
 */
@ApplicationScoped
public class RequestRates {

    private static final Logger LOG = Logger.getLogger(RequestRates.class);

    /** More credentials than any district has; the ones that were used last are kept. */
    private static final int CREDENTIALS = 100_000;

    /** Longer than any bucket needs to be full again, so that forgetting one gives nothing. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final LimitsConfig config;
    private final Cache<Who, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CREDENTIALS)
            .expireAfterAccess(KEPT)
            .build();

    RequestRates(LimitsConfig config) {
        this.config = config;
    }

    /** Counts a request of this credential, or refuses it (429). */
    void count(Who who) {
        var taken = buckets.get(who, this::full).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            LOG.debugf("More requests than a %s may send", who.credential());
            throw tooMany(who.credential(), taken.getNanosToWaitForRefill());
        }
    }

    private Bucket full(Who who) {
        var rate = rate(who.credential());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.atOnce()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private LimitsConfig.Rate rate(Credential credential) {
        return switch (credential) {
            case PERSON -> config.person();
            case SYSTEM -> config.system();
            case READER -> config.reader();
            case UNVERIFIED, NONE -> throw new IllegalArgumentException("nobody was let in");
        };
    }

    private HttpProblem tooMany(Credential credential, long nanosToWait) {
        var rate = rate(credential);
        return Problems.build(
                        429,
                        "too-many-requests",
                        "Too many requests",
                        "This credential has sent more than %d requests at once and %d a second. Send them again a little later, or many records in one request."
                                .formatted(rate.atOnce(), rate.perSecond()))
                .withHeader("Retry-After", TimeUnit.NANOSECONDS.toSeconds(nanosToWait) + 1)
                .build();
    }
}
