package org.secondperiod.kit.limits;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.secondperiod.kit.identity.Access;

/** Counts each request of whoever is let in, before anything of it is read. */
@Singleton
public class RequestRateFilter {

    private final SecurityIdentity identity;
    private final Access access;
    private final RequestRates rates;

    RequestRateFilter(SecurityIdentity identity, Access access, RequestRates rates) {
        this.identity = identity;
        this.access = access;
        this.rates = rates;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    public void count() {
        if (!identity.isAnonymous()) {
            rates.count(access.bearer(), identity.getPrincipal().getName());
        }
    }
}
