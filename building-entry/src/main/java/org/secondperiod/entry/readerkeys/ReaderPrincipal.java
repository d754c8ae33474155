package org.secondperiod.entry.readerkeys;

import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.signatures.ContentDigest;

/**
 * A reader that signed its request, as every other bearer of a credential is seen: a subject, and no role, scope or school. It may
 * do what is made for readers, and whatever asks for a role or a scope refuses it.
 *
 * @param digest what the body must be before it is read
 */
public record ReaderPrincipal(String readerId, ContentDigest digest) implements JsonWebToken {

    @Override
    public String getName() {
        return "reader:" + readerId;
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.of(Claims.sub.name());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String name) {
        return name.equals(Claims.sub.name()) ? (T) getName() : null;
    }
}
