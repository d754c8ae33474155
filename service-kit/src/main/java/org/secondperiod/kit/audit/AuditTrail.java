package org.secondperiod.kit.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Action;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditRow.Outcome;

/**
 * What is known so far of what this request does, to whose data. Whoever reads or changes says it here; the transaction in which
 * they do it writes it as it commits ({@link AuditedTransactions}), and whatever is unwritten when the answer is there is written
 * before the answer leaves. Nothing is written of jobs and consumers: nobody asked.
 */
@RequestScoped
public class AuditTrail {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> schools = new LinkedHashSet<>();
    private final Set<String> students = new LinkedHashSet<>();
    private @Nullable Request request;
    private @Nullable String about;
    private @Nullable Integer status;
    private boolean goesOut;
    private boolean written;
    private boolean saidMore;

    /**
     * What was asked, by whom, from where.
     *
     * @param exempt nothing is written unless it is refused
     * @param who looked at when a row is written
     */
    record Request(
            Action action,
            @Nullable String operation,
            boolean exempt,
            @Nullable String address,
            String requestId,
            Supplier<Who> who) {}

    /** Whose credential it is. */
    public record Who(Credential credential, @Nullable String subject) {}

    void begin(Request asked) {
        request = asked;
    }

    /** A role, right or scope by which the request is let in. */
    public void used(String role) {
        roles.add(role);
    }

    /** The request asks for this school. */
    public void school(String schoolId) {
        saidMore |= schools.add(schoolId);
    }

    /** Data of this student is shown or changed. */
    public void student(String studentId) {
        saidMore |= students.add(studentId);
    }

    /** Data of this student at this school is shown or changed. */
    public void student(String studentId, String schoolId) {
        student(studentId);
        school(schoolId);
    }

    /** Of whom something is shown or changed so far. */
    public Set<String> students() {
        return Set.copyOf(students);
    }

    /** What {@link #about(String)} was told so far. */
    public @Nullable String about() {
        return about;
    }

    /** What it is about beside schools and students: an opaque id. */
    public void about(String id) {
        saidMore |= !id.equals(about);
        about = id;
    }

    /** What comes after the next transaction cannot be undone by a rollback: it goes to the broker, or out to who asks. */
    public void goesOut() {
        goesOut = true;
    }

    void answered(int answer) {
        status = answer;
    }

    @Nullable
    String requestId() {
        return request == null ? null : request.requestId();
    }

    /** Whether there is something that a transaction which commits now must write. */
    boolean isUnwritten() {
        if (request == null) {
            return false;
        }
        if (status != null && status >= REFUSED) {
            return !request.exempt() || status == UNAUTHORIZED || status == FORBIDDEN;
        }
        return !request.exempt()
                && (saidMore || (!written && (request.action() == Action.CHANGE || goesOut || status != null)));
    }

    AuditRow row() {
        Request asked = Objects.requireNonNull(request);
        Who who = asked.who().get();
        return new AuditRow(
                asked.action(),
                outcome(),
                status,
                asked.operation(),
                who.credential(),
                who.subject(),
                roles,
                asked.address(),
                about,
                schools,
                students,
                asked.requestId());
    }

    private Outcome outcome() {
        if (status == null) {
            return goesOut ? Outcome.BEGUN : Outcome.DONE;
        }
        return status < REFUSED ? Outcome.DONE : status < FAILED ? Outcome.REFUSED : Outcome.FAILED;
    }

    /**
     * Whom this request has named so far, and to whom.
     *
     * @param students never changed
     */
    public record Shown(Who who, Set<String> students) {}

    /**
     * Of whom is shown or changed something so far; nothing of jobs and consumers, where nobody is named, and once it is decided
     * what is answered.
     */
    public Optional<Shown> shown() {
        return request == null || students.isEmpty() || status != null
                ? Optional.empty()
                : Optional.of(new Shown(request.who().get(), Set.copyOf(students)));
    }

    /** The row stands. */
    void isWritten() {
        written = true;
        saidMore = false;
        status = null;
    }
}
