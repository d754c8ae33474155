package org.secondperiod.kit.audit.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Action;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditRow.Outcome;
import org.secondperiod.kit.audit.db.AuditSearch.Written;

/** A row of the audit. */
@Schema(name = "AuditRow")
public record AuditView(
        Instant at,
        Action action,
        Outcome outcome,

        @Schema(description = "Of the answer, where the row was written with it") @Nullable
        Integer status,

        @Schema(description = "The operationId", examples = "listCallTasks") @Nullable
        String operation,

        Credential credential,

        @Schema(description = "Who it was; with an unverified credential, who it claimed to be") @Nullable
        String subject,

        @Schema(description = "Roles, rights and scopes by which it was let in")
        List<String> roles,

        @Nullable String address,

        @Schema(description = "A batch, a call task or a grant") @Nullable
        String about,

        List<String> schools,
        List<String> students,

        @Schema(description = "As the answer had it in X-Request-Id")
        String requestId) {

    static AuditView of(Written row) {
        return new AuditView(
                row.at().toInstant(),
                Action.valueOf(row.action()),
                Outcome.valueOf(row.outcome()),
                row.status(),
                row.operation(),
                Credential.valueOf(row.credential()),
                row.subject(),
                row.roles(),
                row.address(),
                row.about(),
                row.schools(),
                row.students(),
                row.requestId());
    }
}
