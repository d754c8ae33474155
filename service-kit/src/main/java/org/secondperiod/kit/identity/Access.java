package org.secondperiod.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the bearer of this request's token may do: a person's roles (claim {@code groups}), a system's scopes (claim
 * {@code scope}), and the schools either may see (claim {@code schools}; {@code *} is all of them). What is not granted is
 * refused.
 */
@RequestScoped
public class Access {

    private static final String ALL = "*";

    private final SecurityIdentity identity;

    Access(SecurityIdentity identity) {
        this.identity = identity;
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
        var life = Duration.between(Clock.systemUTC().instant(), Instant.ofEpochSecond(token().getExpirationTime()));
        return life.isNegative() ? Duration.ZERO : life;
    }

    /** Whether the bearer has this role or scope. */
    public boolean has(String roleOrScope) {
        return identity.hasRole(roleOrScope) || scopes().contains(roleOrScope);
    }

    /** Refuses (403) who has none of these roles and scopes. */
    public void require(String... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::has)) {
            Set<String> has = new TreeSet<>(identity.getRoles());
            has.addAll(scopes());
            has.remove("");
            throw IdentityProblems.needsOneOf(has, anyOf);
        }
    }

    /** Whether the bearer may see all schools of the district. */
    public boolean allSchools() {
        return schools().contains(ALL);
    }

    /** The ids of the schools the bearer may see; {@code *} stands for all. */
    public Set<String> schools() {
        return texts(token().getClaim("schools"));
    }

    /** Whether the bearer may see this school. */
    public boolean maySee(String schoolId) {
        var schools = schools();
        return schools.contains(ALL) || schools.contains(schoolId);
    }

    /** Refuses (403) who may not see this school. */
    public void requireSchool(String schoolId) {
        if (!maySee(schoolId)) {
            throw IdentityProblems.otherSchool();
        }
    }

    private Set<String> scopes() {
        var scope = token().<Object>getClaim("scope");
        return texts(scope);
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw IdentityProblems.notSignedIn();
    }

    private static Set<String> texts(Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case JsonArray array ->
                array.stream()
                        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
                        .collect(Collectors.toSet());
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.toSet());
            case String one -> new HashSet<>(Arrays.asList(one.trim().split("[\\s,]+")));
            default -> Set.of();
        };
    }
}
