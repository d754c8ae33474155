package org.secondperiod.kit.limits;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.secondperiod.kit.identity.Access;

/**
 * Counts each request of whoever is let in, before anything of it is read, and before the audit: rows of refused requests would
 * be a way to fill it.
 */
@Singleton
public class RequestRateFilter {

    private static final int BEFORE_ALL = 5;

    private final SecurityIdentity identity;
    private final Access access;
    private final RequestRates rates;

    RequestRateFilter(SecurityIdentity identity, Access access, RequestRates rates) {
        this.identity = identity;
        this.access = access;
        this.rates = rates;
    }

    @ServerRequestFilter(priority = BEFORE_ALL)
    public void count() {
        if (!identity.isAnonymous()) {
            rates.count(access.who());
        }
    }
}
