package org.secondperiod.kit.input;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** What a body must be before its content is looked at: as it is, in UTF-8, and there where one is needed. */
@Provider
public class RequestBodies implements ReaderInterceptor {

    @Context
    @Nullable
    ResourceInfo resource;

    /** Refuses (415) compressed bodies and other charsets, which would be read as something else than was meant. */
    @ServerRequestFilter
    public void refuseOtherEncodings(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw InputProblems.compressed();
        }
        MediaType type = request.getMediaType();
        String charset =
                type == null || !isText(type) ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.toLowerCase(Locale.ROOT).matches("\"?(utf-?8|us-ascii)\"?")) {
            throw InputProblems.charset();
        }
    }

    private static boolean isText(MediaType type) {
        return type.getType().equalsIgnoreCase("text")
                || type.getSubtype().toLowerCase(Locale.ROOT).endsWith("json");
    }

    /** Refuses (400) a body that is empty or {@code null} where the resource needs one. */
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && !mayBeMissing(context)) {
            throw InputProblems.missing();
        }
        return body;
    }

    private boolean mayBeMissing(ReaderInterceptorContext context) {
        Method method = resource == null ? null : resource.getResourceMethod();
        return method != null
                && Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.getType() == context.getType())
                        .anyMatch(parameter -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
