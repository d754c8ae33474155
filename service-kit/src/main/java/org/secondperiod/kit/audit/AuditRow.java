package org.secondperiod.kit.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a request. Ids only: never a name, a number or a note.
 *
 * @param status of the answer, where the row is written with it and not before
 * @param operation the operationId; none where no operation was asked for
 * @param subject who it was, as the identity provider names them; of a credential that does not hold, who it claims to be
 * @param roles roles, rights and scopes by which it was let in
 * @param address from where the request came
 * @param about what it was about beside schools and students: a batch, a call task, a grant
 * @param schools those that were asked for, and those of the students
 * @param students whose data was shown or changed
 */
public record AuditRow(
        Action action,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String operation,
        Credential credential,
        @Nullable String subject,
        Set<String> roles,
        @Nullable String address,
        @Nullable String about,
        Set<String> schools,
        Set<String> students,
        String requestId) {

    /** What was asked for. */
    public enum Action {
        READ,
        CHANGE
    }

    /** What came of it. */
    public enum Outcome {
        /** It was shown, or it stands. */
        DONE,
        /** Let in and about to be done where no transaction reaches; a later row of the request says so if it failed. */
        BEGUN,
        /** Not let in, or not taken; the status says which. */
        REFUSED,
        /** Our fault. */
        FAILED
    }

    /** Who showed itself. */
    public enum Credential {
        PERSON,
        SYSTEM,
        READER,
        /** A credential that does not hold; its subject is what it claims. */
        UNVERIFIED,
        /** None at all. */
        NONE
    }
}
