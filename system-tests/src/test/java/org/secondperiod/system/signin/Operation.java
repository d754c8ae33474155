package org.secondperiod.system.signin;

import java.net.http.HttpRequest;
import java.util.List;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.faults.ServiceProcess;

/**
 * Something that a service does for one scope and no other.
 *
 * @param done the status when it is done
 */
record Operation(String scope, Part service, String method, String path, String body, int done) {

    static final Operation SCHOOL =
            new Operation("roster:write", Part.INGEST, "PUT", "/v1/schools/S1", "{\"name\":\"Bronx Lab\"}", 200);
    static final Operation MARK = new Operation("marks:write", Part.INGEST, "POST", "/v1/absence-marks", """
            {"studentId":"4","schoolId":"S1","schoolDay":"2026-11-24","period":"1","code":"A",\
            "takenAt":"2026-11-24T08:20:00-05:00"}""", 200);
    static final Operation READER = new Operation(
            "scans:write", Part.ENTRY, "PUT", "/v1/readers/R1", "{\"buildingId\":\"B1\",\"name\":\"Main door\"}", 200);
    static final Operation KEYS = new Operation("reader-keys:write", Part.ENTRY, "GET", "/v1/readers/R1/keys", "", 200);
    static final Operation WHEREABOUTS =
            new Operation("outreach:read", Part.OUTREACH, "GET", "/v1/whereabouts?school=S1", "", 200);
    /** Goes as far as it can where no roster has been sent: the student is not known. */
    static final Operation SIGHTING = new Operation(
            "outreach:write",
            Part.OUTREACH,
            "POST",
            "/v1/sightings",
            "{\"studentId\":\"4\",\"schoolId\":\"S1\",\"seen\":\"in-building\"}",
            422);

    /** In the order in which one needs the other. Nothing takes reports:read yet. */
    static final List<Operation> ALL = List.of(SCHOOL, MARK, READER, KEYS, WHEREABOUTS, SIGHTING);

    HttpRequest.Builder request(ServiceProcess at) {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(at.uri(path))
                .header("Content-Type", "application/json")
                .method(method, publisher);
    }
}
