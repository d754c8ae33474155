package org.secondperiod.entry.readerkeys.http;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.signatures.RequestHead;

/** A request that carries a signature, which nobody has looked at yet. */
final class SignedAttempt extends BaseAuthenticationRequest {

    private final RequestHead head;
    private final @Nullable Long length;

    SignedAttempt(RequestHead head, @Nullable Long length) {
        this.head = head;
        this.length = length;
    }

    RequestHead head() {
        return head;
    }

    @Nullable
    Long length() {
        return length;
    }
}
