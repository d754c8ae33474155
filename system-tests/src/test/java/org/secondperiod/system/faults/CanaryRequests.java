package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.secondperiod.system.faults.CanaryRoster.OTHER;
import static org.secondperiod.system.faults.CanaryRoster.SCHOOL;
import static org.secondperiod.system.faults.CanaryRoster.STUDENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.Canaries;

/** Names, numbers and notes in every field that takes one, and where none should be: in wrong fields, in what cannot be read, in addresses. */
final class CanaryRequests {

    static final String DAY = "2026-10-14";
    static final String LEAD = "canary-lead";

    private static final String NDJSON = "application/x-ndjson";
    private static final String SYSTEM = Tokens.of("canary-sis", "marks:write scans:write roster:write");
    private static final String PERSON = Tokens.of(LEAD, "");
    private static final String ADMIN = Tokens.operator();
    private static final int HUGE = 3 << 20;

    private final Canaries canaries;
    private final CanaryRoster roster;
    private final int round;
    private final List<Asked> all = new ArrayList<>();

    private CanaryRequests(Canaries canaries, int round) {
        this.canaries = canaries;
        this.roster = new CanaryRoster(canaries);
        this.round = round;
    }

    /**
     * What must be there before: a school, its day, its students (whom no roster names, nobody calls), somebody who leads the callers
     * there, a mark whose code nobody knows.
     */
    static List<Asked> before(Canaries canaries) {
        var school = "/v1/schools/" + SCHOOL;
        return List.of(
                json(Part.INGEST, "PUT", school, SYSTEM, "{'name':'A school','buildings':['B-CANARY']}"),
                json(
                        Part.INGEST,
                        "PUT",
                        school + "/bell-schedules/regular",
                        SYSTEM,
                        "{'effectiveFrom':'2026-09-01','periods':[{'period':'1','start':'08:00','end':'08:41'},"
                                + "{'period':'8','start':'13:20','end':'14:00'}]}"),
                json(
                        Part.INGEST,
                        "PUT",
                        school + "/calendar",
                        SYSTEM,
                        "{'days':[{'date':'" + DAY + "','dayType':'regular'}]}"),
                Asked.of(
                        Part.INGEST,
                        "POST",
                        "/v1/rosters",
                        SYSTEM,
                        "application/zip",
                        new CanaryRoster(canaries).good(0)),
                json(
                        Part.OUTREACH,
                        "POST",
                        "/v1/grants",
                        ADMIN,
                        "{'subject':'" + LEAD + "','role':'attendance-lead','schools':['" + SCHOOL
                                + "'],'rights':['restricted-notes'],'why':'leads'}"),
                json(Part.INGEST, "POST", "/v1/absence-marks", SYSTEM, mark(STUDENT, "Z9")));
    }

    /** Somebody says that the mark counts, so that there is a family to call. */
    static Asked somebodyToCall() {
        return json(
                Part.OUTREACH,
                "POST",
                "/v1/holds/release",
                PERSON,
                "{'schoolId':'%s','schoolDay':'%s','reason':'CODE_UNKNOWN','decision':'release','why':'asked the teacher'}"
                        .formatted(SCHOOL, DAY));
    }

    /**
     * All of them, as one round: each round's are new to the services.
     *
     * @param task of the student
     */
    static List<Asked> round(Canaries canaries, int round, String task) {
        var requests = new CanaryRequests(canaries, round);
        requests.rosters();
        requests.facts();
        requests.notes();
        requests.calls(task);
        requests.orders();
        requests.questions();
        requests.unreadable();
        requests.inAddressesAndHeaders();
        return requests.all;
    }

    private String word(String what) {
        return canaries.word(what);
    }

    private static Asked json(Part service, String method, String path, String token, String body) {
        return Asked.json(service, method, path, token, body.replace('\'', '"'));
    }

    private static String mark(String student, String code) {
        return "{'studentId':'%s','schoolId':'%s','schoolDay':'%s','period':'1','code':'%s','takenAt':'%sT08:20:00-04:00'}"
                .formatted(student, SCHOOL, DAY, code, DAY);
    }

    private void rosters() {
        Stream.of(roster.good(round), roster.bad(), roster.withoutHeader())
                .forEach(zip -> all.add(
                        Asked.of(Part.INGEST, "POST", "/v1/rosters?allowShrink=true", SYSTEM, "application/zip", zip)));
    }

    private static String absence(String more) {
        return "{'studentId':'%s','schoolId':'%s','reason':'medical','from':'%s','to':'%s'%s}"
                .formatted(STUDENT, SCHOOL, DAY, DAY, more);
    }

    private void facts() {
        var detail = word("detail of a known absence");
        var path = "/v1/known-absences/canary-" + round;
        all.add(json(Part.INGEST, "PUT", path, SYSTEM, absence(",'detail':'" + detail + "'")));
        all.add(json(Part.INGEST, "PUT", path, SYSTEM, absence(",'detail':'" + detail.repeat(60) + "'")));
        all.add(json(Part.INGEST, "PUT", path, SYSTEM, absence("").replace("medical", detail)));
        all.add(json(Part.INGEST, "PUT", path, SYSTEM, absence("").replace(DAY, detail)));
        all.add(lines(
                Part.INGEST,
                "/v1/known-absences/batch",
                absence(",'absenceId':'b-" + round + "','detail':'" + detail + "'"),
                absence(",'absenceId':'" + detail + " x','detail':'" + detail + "'"),
                absence(",'absenceId':'u-" + round + "','detail':'" + detail + "'")
                        .replace(SCHOOL, "S-NOWHERE"),
                absence(",'detail':{'" + detail + "':1}"),
                "{'detail':'" + detail));
        all.add(Asked.of(
                Part.INGEST,
                "POST",
                "/v1/known-absences/batch",
                SYSTEM,
                "text/csv",
                ("absenceId,studentId,schoolId,reason,from,to,detail\nc-%d,%s,%s,medical,%s,%s,%s,%s,%s\nc2-%d,%s,%s,%s,%s,%s,\"%s\n"
                                .formatted(
                                        round, STUDENT, SCHOOL, DAY, DAY, detail, detail, detail, round, STUDENT,
                                        SCHOOL, detail, detail, detail, detail))
                        .getBytes(UTF_8)));
        var wrong = word("word in a wrong field");
        all.add(json(Part.INGEST, "POST", "/v1/absence-marks", SYSTEM, mark(OTHER, word("name instead of a code"))));
        all.add(lines(
                Part.INGEST,
                "/v1/absence-marks/batch",
                mark(wrong + " x", "A"),
                mark(STUDENT, "A").replace("T08:20:00-04:00", wrong),
                mark(STUDENT, "A").replace("'1'", "['" + wrong + "']"),
                mark(STUDENT, "A").replace("'A'", "'A','version':'" + wrong + "'")));
        all.add(lines(
                Part.ENTRY,
                "/v1/scans/batch",
                "{'readerId':'R1','studentId':'" + wrong + " x','scannedAt':'" + DAY + "T07:50:00-04:00'}",
                "{'readerId':'R1','studentId':'" + STUDENT + "','scannedAt':'" + wrong + "'}",
                "{'readerId':'R1','badge':'" + wrong + "\\u0000','direction':'" + wrong + "'}"));
    }

    private static Asked lines(Part service, String path, String... lines) {
        return Asked.of(
                service,
                "POST",
                path,
                SYSTEM,
                NDJSON,
                (String.join("\n", lines) + "\n").replace('\'', '"').getBytes(UTF_8));
    }

    private void notes() {
        for (var restricted : List.of(true, false)) {
            all.add(sighting("s-%d-%s".formatted(round, restricted), word("note of a sighting"), restricted));
        }
        // The same id twice, with other content: one of the two is refused by the database.
        all.add(sighting("s-twice-" + round, word("note of a sighting"), false));
        all.add(sighting("s-twice-" + round, word("another note of a sighting"), false));
        all.add(sighting("s-long-" + round, word("note of a sighting").repeat(60), false));
        all.add(outreach(
                "/v1/holds/release",
                PERSON,
                "{'schoolId':'%s','schoolDay':'%s','reason':'CODE_UNKNOWN','decision':'keep','why':'%s'}"
                        .formatted(SCHOOL, DAY, word("reason of a hold") + round)));
        all.add(outreach(
                "/v1/grants",
                PERSON,
                "{'subject':'canary-caller-%d','role':'caller','schools':['%s'],'why':'%s'}"
                        .formatted(round, SCHOOL, word("reason of a grant"))));
        all.add(json(
                Part.OUTREACH,
                "PUT",
                "/v1/staff-languages/mine",
                PERSON,
                "{'languages':['%s']}".formatted(word("words instead of a language"))));
    }

    private void calls(String task) {
        var ofStudent = "/v1/students/" + STUDENT;
        all.add(outreach(
                "/v1/call-tasks/" + task + "/attempts",
                PERSON,
                "{'outcome':'REACHED_GUARDIAN','result':'SAYS_LEFT_FOR_SCHOOL','number':'%s','note':'%s','restricted':true,"
                                .formatted(canaries.number("number that was dialled"), word("note of a call"))
                        + "'promises':[{'what':'%s','dueAt':'%sT15:00:00-04:00'}]}"
                                .formatted(word("what was promised"), "2026-10-15")));
        all.add(outreach(
                "/v1/call-tasks/" + task + "/attempts",
                PERSON,
                "{'outcome':'%s','note':'%s'}".formatted(word("note instead of an outcome"), word("note of a call"))));
        all.add(outreach(
                ofStudent + "/conversations",
                PERSON,
                "{'schoolId':'%s','how':'INCOMING_CALL','with':'GUARDIAN','number':'%s','note':'%s'}"
                        .formatted(
                                SCHOOL, canaries.number("number of a conversation"), word("note of a conversation"))));
        all.add(outreach(
                ofStudent + "/numbers",
                PERSON,
                "{'schoolId':'%s','number':'%s','whose':'%s','note':'%s'}"
                        .formatted(
                                SCHOOL,
                                canaries.number("number that was found"),
                                word("whose number was found"),
                                word("how a number was found"))));
        all.add(outreach(
                "/v1/follow-ups",
                PERSON,
                "{'studentId':'%s','schoolId':'%s','what':'%s','dueAt':'2026-10-15T12:00:00-04:00'}"
                        .formatted(STUDENT, SCHOOL, word("what is to be done") + round)));
        all.add(outreach(
                "/v1/group-notes",
                PERSON,
                "{'schoolId':'%s','schoolDay':'%s','reason':'OTHER','text':'%s','taskIds':['%s']}"
                        .formatted(SCHOOL, DAY, word("note of a group"), task)));
        all.add(Asked.get(Part.OUTREACH, "/v1/call-tasks/" + task + "/card", PERSON));
        all.add(Asked.get(Part.OUTREACH, ofStudent + "/calls", PERSON));
    }

    private Asked sighting(String id, String note, boolean restricted) {
        return outreach(
                "/v1/sightings",
                PERSON,
                "{'sightingId':'%s','studentId':'%s','schoolId':'%s','seen':'not-in','note':'%s','restricted':%s}"
                        .formatted(id, STUDENT, SCHOOL, note, restricted));
    }

    private Asked outreach(String path, String token, String body) {
        return json(Part.OUTREACH, "POST", path, token, body).with("Idempotency-Key", path + round + body.hashCode());
    }

    private void orders() {
        all.add(outreach(
                "/v1/legal-holds",
                ADMIN,
                "{'studentId':'%s','why':'%s'}".formatted(OTHER, word("reason of a legal hold"))));
        all.add(outreach(
                "/v1/disclosures",
                ADMIN,
                "{'studentId':'%s','recipient':'%s','what':'%s','why':'%s'}"
                        .formatted(
                                STUDENT,
                                word("who got a disclosure"),
                                word("what was disclosed"),
                                word("why something was disclosed"))));
        all.add(outreach(
                "/v1/erasures",
                ADMIN,
                "{'studentId':'canary-gone-%d','why':'%s'}".formatted(round, word("reason of an erasure"))));
        all.add(outreach(
                "/v1/mandated-reports",
                PERSON,
                "{'studentId':'%s','schoolId':'%s','callId':'%s'}"
                        .formatted(
                                STUDENT,
                                SCHOOL,
                                canaries.number("call id of the register").replaceAll("\\D", ""))));
        all.add(outreach(
                "/v1/mandated-reports",
                PERSON,
                "{'studentId':'%s','schoolId':'%s','callId':'%s'}"
                        .formatted(STUDENT, SCHOOL, word("suspicion instead of a call id"))));
        all.add(outreach(
                "/v1/mandated-reports/for-a-court",
                ADMIN,
                "{'studentId':'%s','order':'%s'}".formatted(STUDENT, word("which order of a court"))));
    }

    private void questions() {
        all.add(outreach("/v1/students/by-name", PERSON, "{'name':'" + word("family name") + "'}"));
        all.add(outreach("/v1/students/by-name", PERSON, "{'name':['" + word("family name") + "']}"));
        var pasted = "{'schoolId':'" + SCHOOL + "','rows':[{'studentId':'%s','name':'%s'}]}";
        all.add(outreach("/v1/students/matches", PERSON, pasted.formatted(word("family name"), word("given name"))));
        var list = "{'schoolDay':'" + DAY + "','rows':[{'studentId':'%1$s','period':'%1$s','code':'%1$s'}]}";
        all.add(json(
                Part.INGEST,
                "POST",
                "/v1/schools/" + SCHOOL + "/absence-lists",
                PERSON,
                list.formatted(word("family name"))));
        all.add(outreach(
                "/v1/students/by-number", PERSON, "{'number':'" + canaries.number("guardian's number") + "'}"));
        all.add(outreach(
                "/v1/students/by-number",
                PERSON,
                "{'number':'" + canaries.number("guardian's number") + " ext. " + word("word beside a number") + "'}"));
        for (var path : List.of(
                "/v1/students/" + STUDENT + "/timeline?day=" + DAY,
                "/v1/whereabouts?day=" + DAY + "&school=" + SCHOOL,
                "/v1/call-tasks?day=" + DAY + "&school=" + SCHOOL,
                "/v1/holds?day=" + DAY + "&school=" + SCHOOL)) {
            all.add(Asked.get(Part.OUTREACH, path, PERSON));
        }
        for (var service : List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING)) {
            all.add(Asked.get(service, "/v1/students/" + STUDENT + "/export", ADMIN));
            all.add(Asked.get(service, "/v1/dead-letters", ADMIN));
        }
        all.add(Asked.get(Part.INGEST, "/v1/quarantine?school=" + SCHOOL, SYSTEM));
    }

    private void unreadable() {
        var word = word("word in what cannot be read");
        for (var body : List.of(
                "{\"" + word,
                "[\"" + word + "\"]",
                "{\"note\":" + word + "}",
                "{\"note\":\"" + word + "\u0000\"}",
                "{\"studentId\":{\"" + word + "\":[]}}",
                "\"" + word + "\"",
                ("{\"note\":\"" + word + " ").repeat(HUGE / 24))) {
            for (var to : List.of("/v1/sightings", "/v1/grants", "/v1/students/by-name")) {
                all.add(Asked.json(Part.OUTREACH, "POST", to, PERSON, body));
            }
            all.add(Asked.json(Part.INGEST, "POST", "/v1/absence-marks", SYSTEM, body));
            all.add(Asked.json(Part.ENTRY, "POST", "/v1/scans", SYSTEM, body));
        }
        all.add(Asked.of(Part.INGEST, "POST", "/v1/rosters", SYSTEM, "application/zip", word.getBytes(UTF_8)));
        for (var lines : List.of("/v1/known-absences/batch", "/v1/absence-marks/batch")) {
            // A table without a header: its first line is somebody's.
            all.add(Asked.of(
                    Part.INGEST, "POST", lines, SYSTEM, "text/csv", (word + "," + word + "\n").getBytes(UTF_8)));
        }
        all.add(Asked.of(Part.OUTREACH, "POST", "/v1/sightings", PERSON, "text/" + word, word.getBytes(UTF_8)));
        // Bytes that are no text, around a word that is.
        all.add(Asked.of(
                Part.OUTREACH,
                "POST",
                "/v1/sightings",
                PERSON,
                "application/json",
                ("\u00ff" + word).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    private void inAddressesAndHeaders() {
        var name = word("name in an address");
        var number = canaries.number("number in an address").replaceAll("\\D", "");
        for (var path : List.of(
                "/v1/students/" + name + "/timeline",
                "/v1/students/" + name + "%20" + number + "/export",
                "/v1/students?q=" + name,
                "/v1/call-tasks/" + name,
                "/v1/call-tasks?school=" + SCHOOL + "&state=" + name,
                "/v1/whereabouts?school=" + name + "&day=" + number,
                "/v1/whereabouts?school=" + SCHOOL + "&cursor=" + name,
                "/v1/audit?subject=" + name + "&address=" + number,
                "/v1/grants/" + name + "/history",
                "/v1/" + name + "/" + number,
                "/" + name)) {
            for (var token : List.of(PERSON, ADMIN, "", "x." + name + ".y")) {
                all.add(Asked.get(Part.OUTREACH, path, token));
                all.add(Asked.get(Part.INGEST, path, token));
            }
        }
        all.add(new Asked(
                Part.OUTREACH, word("name instead of a method"), "/v1/grants", PERSON, new byte[0], Map.of()));
        var header = word("word in a header");
        for (var name1 :
                List.of("If-Match", "Idempotency-Key", "X-Request-Id", "User-Agent", "Cookie", "Accept", "Origin")) {
            all.add(sighting("s-header-" + round + name1, "seen", false).with(name1, header));
        }
        // Of a trace that somebody sends along its number alone is taken.
        all.add(sighting("s-trace-" + round, "seen", false)
                .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .with("tracestate", "vendor=" + header)
                .with("baggage", "student=" + header));
    }
}
