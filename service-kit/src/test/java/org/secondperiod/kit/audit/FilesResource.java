package org.secondperiod.kit.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.problems.Problems;

/** Something that holds data of students. */
@Path("/v1/files")
public class FilesResource {

    private final Jdbi jdbi;
    private final Access access;
    private final AuditTrail trail;

    FilesResource(Jdbi jdbi, Access access, AuditTrail trail) {
        this.jdbi = jdbi;
        this.access = access;
        this.trail = trail;
    }

    @GET
    @Path("/{school}/{student}")
    @Operation(operationId = "readFile")
    public String read(@PathParam("school") String school, @PathParam("student") String student) {
        access.as("caller", "principal").at(school);
        return jdbi.inTransaction(tx -> {
            trail.student(student, school);
            return "what is secret of " + student;
        });
    }

    @GET
    @Path("/{school}")
    @Operation(operationId = "countFiles")
    @NotAudited("a number is of nobody")
    public String count(@PathParam("school") String school) {
        access.as("caller", "admin").at(school);
        return jdbi.inTransaction(
                tx -> tx.createQuery("SELECT coalesce(string_agg(student_id, ' ' ORDER BY student_id), '') FROM file")
                        .mapTo(String.class)
                        .one());
    }

    @PUT
    @Path("/{school}/{student}")
    @Operation(operationId = "changeFile")
    public String change(@PathParam("school") String school, @PathParam("student") String student) {
        access.as("caller").at(school);
        return jdbi.inTransaction(tx -> {
            tx.execute("INSERT INTO seen (event_id) VALUES (?)", student);
            trail.student(student, school);
            if (student.startsWith("refused")) {
                throw Problems.of(409, "refused", "Refused", "It was written, and is taken back.");
            }
            return "done";
        });
    }
}
