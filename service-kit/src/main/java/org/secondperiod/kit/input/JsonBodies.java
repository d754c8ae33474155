package org.secondperiod.kit.input;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses (413) a JSON body that is larger than any that an operation takes; many records at once have types of their own. */
public class JsonBodies {

    private static final int MOST = 1 << 20;

    @ServerRequestFilter
    public void refuseTooLarge(ContainerRequestContext request) throws IOException {
        if (!isJson(request.getMediaType())) {
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            if (Long.parseLong(length) > MOST) {
                throw InputProblems.tooLarge(MOST);
            }
            return;
        }
        // Nobody has said how large it will be.
        byte[] body = request.getEntityStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw InputProblems.tooLarge(MOST);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }
}
