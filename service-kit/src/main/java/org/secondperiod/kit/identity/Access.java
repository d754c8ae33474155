package org.secondperiod.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Credential;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.RowScope;
import org.secondperiod.kit.grants.Granted;
import org.secondperiod.kit.grants.Held;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.time.MachineClock;

/**
 * What the bearer of this request's token may do. A person's token says who it is and nothing more: roles and schools come from
 * the grants that are in force. A system's token says it all: scopes (claim {@code scope}) and schools (claim {@code schools};
 * {@code *} is all of them). What is not granted is refused.
 *
 * <p>Nobody asks here for a role without hearing where it is held: what is done at a school takes the role at that school.
 */
@RequestScoped
public class Access {

    /** Claims that only the sign-in of a person leaves in a token (OpenID Connect Core 2, Front-Channel Logout 3). */
    private static final List<String> OF_A_SIGN_IN = List.of("sid", "session_state", "auth_time", "amr");

    private final SecurityIdentity identity;
    private final Granted granted;
    private final AuditTrail trail;
    private @Nullable Held held;
    private final RowScope rows;

    Access(SecurityIdentity identity, Granted granted, AuditTrail trail, RowScope rows) {
        this.identity = identity;
        this.granted = granted;
        this.trail = trail;
        this.rows = rows;
    }

    /** Who it is, as the identity provider names them; never a name to show. */
    public String subject() {
        var subject = token().getSubject();
        return subject == null ? identity.getPrincipal().getName() : subject;
    }

    /**
     * How long the token still holds, zero if not at all, for what goes on after a request was let in. By the machine's own
     * clock, as its end is checked: a token knows nothing of a simulated day.
     */
    public Duration tokenLife() {
        var life = Duration.between(MachineClock.now(), Instant.ofEpochSecond(token().getExpirationTime()));
        return life.isNegative() ? Duration.ZERO : life;
    }

    /** The schools where the bearer has one of these roles or scopes; who has none of them anywhere is refused (403). */
    public Where as(String... rolesOrScopes) {
        var where = where(rolesOrScopes);
        if (where.isNone()) {
            throw refusal(rolesOrScopes);
        }
        return new Where(shown(where), this::askedFor);
    }

    /** The schools where the bearer has one of these roles or scopes, which may be none. */
    public Schools where(String... rolesOrScopes) {
        var wanted = List.of(rolesOrScopes);
        if (!isPerson()) {
            var named = wanted.stream()
                    .filter(each -> !Role.isOne(each))
                    .filter(scopes()::contains)
                    .toList();
            named.forEach(trail::used);
            return named.isEmpty() ? Schools.NONE : tokensSchools();
        }
        var roles = wanted.stream().filter(Role::isOne).toList();
        held().roles().stream().filter(roles::contains).forEach(trail::used);
        return held().as(roles);
    }

    /** The schools where the bearer has one of these roles together with the right. */
    public Schools withRight(String right, String... roles) {
        var where = isPerson() ? held().with(right, List.of(roles)) : Schools.NONE;
        if (!where.isNone()) {
            trail.used(right);
        }
        return where;
    }

    /** The schools where the bearer has any role or scope at all; who has none is refused (403). */
    public Where anyhow() {
        var where = !isPerson() ? (scopes().isEmpty() ? Schools.NONE : tokensSchools()) : held().anyhow();
        if (where.isNone()) {
            throw refusal("any role or scope");
        }
        (isPerson() ? held().roles() : scopes()).forEach(trail::used);
        return new Where(shown(where), this::askedFor);
    }

    /** Whose credential it is, for the audit. */
    public AuditTrail.Who who() {
        var kind = isPerson() ? Credential.PERSON : token().getIssuer() == null ? Credential.READER : Credential.SYSTEM;
        return new AuditTrail.Who(kind, subject());
    }

    /** What the bearer holds by grants at this moment; a system holds none. */
    public Held held() {
        if (held == null) {
            held = isPerson() ? granted.of(subject()) : new Held(List.of());
        }
        return held;
    }

    /** Answers {@link #where} anew each time, also after this request has been answered: for what stays open. */
    public Supplier<Schools> whereFromNowOn(String... rolesOrScopes) {
        if (!isPerson()) {
            var where = where(rolesOrScopes);
            return () -> where;
        }
        var subject = subject();
        var roles = Arrays.stream(rolesOrScopes).filter(Role::isOne).toList();
        return () -> granted.of(subject).as(roles);
    }

    /**
     * Whether a person is behind the token: only then grants count, and only otherwise scopes. A system's token names scopes and
     * schools, and nobody signed in for it. A reader that signs for itself is neither.
     */
    private boolean isPerson() {
        var token = token();
        if (token.getIssuer() == null) {
            return false;
        }
        return scopes().stream().noneMatch(Access::isOfASystem)
                || tokensSchools().isNone()
                || !Collections.disjoint(token.getClaimNames(), OF_A_SIGN_IN);
    }

    private RuntimeException refusal(String... wanted) {
        if (!isPerson()) {
            return IdentityProblems.needsOneOf("the token has", scopes(), wanted);
        }
        var roles = new TreeSet<>(held().roles());
        if (roles.isEmpty()) {
            return granted.areBeingRead() ? IdentityProblems.nothingGranted(wanted) : IdentityProblems.grantsNotRead();
        }
        return IdentityProblems.needsOneOf("your grants give", roles, wanted);
    }

    /** Scopes of systems name what and how, {@code marks:write}; those of a sign-in, such as {@code openid}, do not. */
    private static boolean isOfASystem(String scope) {
        return scope.indexOf(':') > 0;
    }

    private Schools tokensSchools() {
        return Schools.of(Set.copyOf(NamedClaims.texts(token().getClaim("schools"))));
    }

    private Set<String> scopes() {
        var scopes = new TreeSet<>(NamedClaims.texts(token().<Object>getClaim("scope")));
        scopes.remove("");
        return scopes;
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw IdentityProblems.notSignedIn();
    }

    /** From now on the transactions of this request see the rows of these schools. */
    private Schools shown(Schools where) {
        rows.add(where);
        return where;
    }

    /** What is no id was not asked for, it was mistaken for one; nothing of it is kept. */
    private void askedFor(String schoolId) {
        if (Ids.isId(schoolId)) {
            trail.school(schoolId);
        }
    }
}
