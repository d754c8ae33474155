package org.secondperiod.entry.readerkeys.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.secondperiod.entry.readerkeys.ReaderKeyProblems;
import org.secondperiod.entry.readerkeys.ReaderKeysConfig;
import org.secondperiod.entry.readerkeys.ReaderPrincipal;
import org.secondperiod.entry.readers.RefusalCounts;
import org.secondperiod.entry.readers.RefusalReason;

/** Holds back the body of a signed request until its digest is known to be the one that was signed. */
public class SignedBodies {

    private final SecurityIdentity identity;
    private final ReaderKeysConfig config;
    private final RefusalCounts refusals;

    SignedBodies(SecurityIdentity identity, ReaderKeysConfig config, RefusalCounts refusals) {
        this.identity = identity;
        this.config = config;
        this.refusals = refusals;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void verify(ContainerRequestContext request) throws IOException {
        if (!(identity.getPrincipal() instanceof ReaderPrincipal reader)) {
            return;
        }
        int most = Math.toIntExact(config.maxBytes().asLongValue());
        byte[] body = request.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            refusals.add(reader.readerId(), RefusalReason.BODY_TOO_LARGE);
            throw ReaderKeyProblems.tooLarge(most);
        }
        if (!reader.digest().matches(body)) {
            refusals.add(reader.readerId(), RefusalReason.BODY_CHANGED);
            throw ReaderKeyProblems.bodyChanged();
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
