package org.secondperiod.kit.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import org.jboss.logging.Logger;
import org.secondperiod.kit.database.DatabaseFaults;
import org.secondperiod.kit.delivery.Faults;
import org.secondperiod.kit.delivery.NotAcknowledged;

/** What no rule of ours refused. Mostly it is not the client's fault: a part of the system that does not answer (503), or something that we did wrong (500). */
final class OurFault {

    private static final Logger LOG = Logger.getLogger(OurFault.class);

    private OurFault() {}

    static HttpProblem problem(Throwable error) {
        if (error instanceof NotAcknowledged unanswered) {
            LOG.warnf(
                    "The broker did not acknowledge %d events in time",
                    unanswered.failed().size());
            return Problems.unavailable(
                    "The event broker did not acknowledge in time. Nothing is lost: send the same again.");
        }
        if (DatabaseFaults.isInfrastructure(error)) {
            LOG.warn("The database did not answer", error);
            return Problems.unavailable("The database did not answer. Nothing was changed: send the same again.");
        }
        if (Faults.isInfrastructure(error)) {
            LOG.warn("The broker did not answer", error);
            return Problems.unavailable("The event broker did not answer. Send the same again.");
        }
        if (error instanceof OIDCException) {
            LOG.warn("The identity provider did not answer", error);
            return Problems.unavailable("The identity provider did not answer. Send the same again.");
        }
        if (HungUp.is(error)) {
            return HungUp.problem();
        }
        LOG.error("A request failed by our own fault", error);
        return internal();
    }

    static HttpProblem internal() {
        return Problems.of(500, "internal", "Our fault", "Something went wrong here; it has been logged.");
    }
}
