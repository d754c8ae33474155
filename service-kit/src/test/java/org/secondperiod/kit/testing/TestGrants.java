package org.secondperiod.kit.testing;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.GrantStore;
import org.secondperiod.kit.grants.Schools;

/** What a person holds in the application under test: these grants and no others, from the moment {@link #hold} returns. */
public final class TestGrants {

    private final String subject;
    private final List<Grant> grants = new ArrayList<>();

    private TestGrants(String subject) {
        this.subject = subject;
    }

    /** Nothing yet. */
    public static TestGrants of(String subject) {
        return new TestGrants(subject);
    }

    /** This role at these schools as well ({@code *} for all), without an end. */
    public TestGrants as(String role, String... schools) {
        return add(role, Set.of(), null, schools);
    }

    /** This role with a right that goes beyond it. */
    public TestGrants with(String right, String role, String... schools) {
        return add(role, Set.of(right), null, schools);
    }

    /** This role until a moment, which may be over. */
    public TestGrants until(Instant end, String role, String... schools) {
        return add(role, Set.of(), end, schools);
    }

    /** This role, taken away again. */
    public TestGrants revoked(String role, String... schools) {
        add(role, Set.of(), null, schools);
        Grant given = grants.removeLast();
        grants.add(new Grant(
                given.grantId() + "-revoked",
                subject,
                role,
                given.schools(),
                given.rights(),
                null,
                true,
                given.version() + 1));
        return this;
    }

    private TestGrants add(String role, Set<String> rights, Instant end, String... schools) {
        String id = "test-" + Integer.toHexString((subject + role + List.of(schools) + rights + end).hashCode());
        grants.add(new Grant(id, subject, role, Schools.of(List.of(schools)), rights, end, false, 1));
        return this;
    }

    /** Makes it so, and returns a token of the person. */
    public String hold() {
        CDI.current().select(Jdbi.class).get().useTransaction(this::replace);
        return TestTokens.anybody(subject);
    }

    /** Two tests, or two threads of one, may want the same at once. */
    private void replace(Handle tx) {
        GrantStore store = CDI.current().select(GrantStore.class).get();
        tx.execute("SELECT pg_advisory_xact_lock(hashtext(?))", subject);
        List<Grant> before = store.of(tx, subject);
        if (!Set.copyOf(before).equals(Set.copyOf(grants))) {
            store.remove(tx, before.stream().map(Grant::grantId).toList());
            grants.forEach(grant -> store.put(tx, grant));
        }
    }
}
