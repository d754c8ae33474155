package org.secondperiod.entry.readerkeys.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.secondperiod.entry.readerkeys.SignatureChecks;
import org.secondperiod.kit.database.DatabaseFaults;
import org.secondperiod.kit.problems.Problems;

/** Finds out which reader signed a request. */
@ApplicationScoped
public class ReaderIdentities implements IdentityProvider<SignedAttempt> {

    private static final Logger LOG = Logger.getLogger(ReaderIdentities.class);

    private final SignatureChecks checks;

    ReaderIdentities(SignatureChecks checks) {
        this.checks = checks;
    }

    @Override
    public Class<SignedAttempt> getRequestType() {
        return SignedAttempt.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SignedAttempt attempt, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(attempt));
    }

    private SecurityIdentity identity(SignedAttempt attempt) {
        try {
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(checks.check(attempt.head(), attempt.length()))
                    .build();
        } catch (HttpProblem refusal) {
            throw new AuthenticationFailedException(refusal);
        } catch (RuntimeException e) {
            if (!DatabaseFaults.isInfrastructure(e)) {
                throw e;
            }
            LOG.warn("The database did not answer", e);
            throw new AuthenticationFailedException(
                    Problems.unavailable("The database did not answer. Nothing was changed: sign and send it again."));
        }
    }
}
