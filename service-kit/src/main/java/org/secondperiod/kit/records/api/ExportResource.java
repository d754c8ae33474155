package org.secondperiod.kit.records.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.Rows;
import org.secondperiod.kit.records.db.ExportStore;
import org.secondperiod.kit.time.Times;

/** All that this service holds of one student. Not there in a service that has no database. */
@UnlessBuildProperty(name = "secondperiod.audit.endpoint", stringValue = "none", enableIfMissing = true)
@Path("/v1/students/{studentId}/export")
@Tag(name = "Records")
public class ExportResource {

    private static final TypeReference<Map<String, Object>> A_ROW = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Clock clock;
    private final Access access;
    private final AuditTrail trail;
    private final RecordClasses records;
    private final ExportStore store;
    private final String service;

    ExportResource(
            Jdbi jdbi,
            Clock clock,
            Access access,
            AuditTrail trail,
            RecordClasses records,
            ExportStore store,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.access = access;
        this.trail = trail;
        this.records = records;
        this.store = store;
        this.service = service;
    }

    /** What this service holds of a student. */
    public record StudentExport(String studentId, String service, Instant at, List<ExportedClass> classes) {}

    /** Records of one class. */
    public record ExportedClass(String recordClass, String holds, List<ExportedTable> tables) {}

    /** Rows as they lie in a table, with its columns' names; what is encrypted there is in the clear here. */
    public record ExportedTable(String table, List<Map<String, Object>> rows) {}

    @GET
    @Operation(
            operationId = "exportStudent",
            summary = "All that this service holds of a student, class by class, with what is encrypted in the clear",
            description = "For who answers a family or a court: names, contacts and restricted notes too. Each service"
                    + " answers for itself. Of a student of whom nothing is held the classes are empty. What staff note for"
                    + " themselves is of no student's export, whether there is any or not.")
    public StudentExport export(@PathParam("studentId") String studentId) {
        access.as("admin").everywhere();
        if (!Ids.isId(studentId)) {
            throw Problems.field("studentId", "is no id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
        trail.student(studentId);
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            return new StudentExport(
                    studentId,
                    service,
                    Times.now(clock),
                    records.all().stream()
                            .filter(each -> !each.isConfidential())
                            .map(each -> exported(tx, each, studentId))
                            .toList());
        });
    }

    private ExportedClass exported(Handle tx, RecordClass of, String studentId) {
        List<ExportedTable> tables = new ArrayList<>();
        for (Rows rows : of.rows()) {
            if (rows.student() != null) {
                tables.add(new ExportedTable(rows.table(), plain(store.rows(tx, rows, studentId))));
            }
            if (rows.child() != null) {
                tables.add(new ExportedTable(rows.child().table(), plain(store.children(tx, rows, studentId))));
            }
        }
        return new ExportedClass(of.name(), of.holds(), tables);
    }

    private static List<Map<String, Object>> plain(List<JsonNode> rows) {
        return rows.stream()
                .map(row -> EventJson.MAPPER.convertValue(row, A_ROW))
                .toList();
    }
}
