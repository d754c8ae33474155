package org.secondperiod.kit.audit.db;

import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.audit.AuditRow;

/** Adds rows. Nothing else can be done with the table: see the migration. */
public final class AuditStore {

    private AuditStore() {}

    /** Adds a row to a chain that nobody else is adding to at this moment. */
    public static void append(Handle tx, AuditRow row) {
        tx.createQuery("""
                        SELECT audit_append(:action, :outcome, :status, :operation, :credential, :subject, :roles,
                                            :address, :about, :schools, :students, :requestId)""")
                .bind("action", row.action().name())
                .bind("outcome", row.outcome().name())
                .bind("status", row.status())
                .bind("operation", row.operation())
                .bind("credential", row.credential().name())
                .bind("subject", row.subject())
                .bindArray("roles", String.class, row.roles())
                .bind("address", row.address())
                .bind("about", row.about())
                .bindArray("schools", String.class, row.schools())
                .bindArray("students", String.class, row.students())
                .bind("requestId", row.requestId())
                .mapTo(Long.class)
                .one();
    }
}
