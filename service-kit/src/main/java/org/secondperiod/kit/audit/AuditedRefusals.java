package org.secondperiod.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditRow.Outcome;
import org.secondperiod.kit.audit.AuditTrail.Who;
import org.secondperiod.kit.operations.ApiOperation;
import org.secondperiod.kit.operations.Operations;
import org.secondperiod.kit.problems.Answers;

/** Writes down who was refused before it was known who it is: a credential that does not hold, or none. */
@ApplicationScoped
public class AuditedRefusals {

    private static final Pattern TOKEN = Pattern.compile("(?i)bearer\\s+[^.\\s]+\\.([\\w-]+)\\.[\\w-]*");
    private static final Pattern KEY = Pattern.compile("keyid=\"([\\w.:-]{1,64})\"");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final JsonMapper JSON = new JsonMapper();

    private final Audit audit;
    private final Operations operations;

    AuditedRefusals(Audit audit, Operations operations) {
        this.audit = audit;
        this.operations = operations;
    }

    /** The refusal, once it is written; if it cannot be, who was refused hears that instead. */
    public Uni<Response> written(Response refusal, UriInfo uri, RoutingContext connection) {
        if (!audit.isKept()) {
            return Uni.createFrom().item(refusal);
        }
        AuditRow row = row(refusal.getStatus(), uri, connection);
        return Uni.createFrom()
                .item(() -> {
                    audit.write(row);
                    return refusal;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .recoverWithItem(fault -> Answers.ofOurFault(fault, uri));
    }

    private AuditRow row(int status, UriInfo uri, RoutingContext connection) {
        String method = connection.request().method().name();
        Who who = who(
                connection.request().getHeader("Authorization"),
                connection.request().getHeader("Signature-Input"));
        return new AuditRow(
                AuditFilters.action(method),
                status < 500 ? Outcome.REFUSED : Outcome.FAILED,
                status,
                operations.asked(method, uri.getPath()).map(ApiOperation::id).orElse(null),
                who.credential(),
                who.subject(),
                Set.of(),
                AuditFilters.address(connection),
                null,
                Set.of(),
                Set.of(),
                UUID.randomUUID().toString());
    }

    /** What a credential that does not hold claims; nobody has said that it is true. */
    static Who who(@Nullable String authorization, @Nullable String signature) {
        if (authorization != null) {
            var token = TOKEN.matcher(authorization);
            return new Who(Credential.UNVERIFIED, token.matches() ? subject(token.group(1)) : null);
        }
        if (signature != null) {
            var key = KEY.matcher(signature);
            return new Who(Credential.UNVERIFIED, key.find() ? key.group(1) : null);
        }
        return new Who(Credential.NONE, null);
    }

    private static @Nullable String subject(String claims) {
        try {
            var subject = JSON.readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                    .path("sub")
                    .asText();
            return SUBJECT.matcher(subject).matches() ? subject : null;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return null;
        }
    }
}
