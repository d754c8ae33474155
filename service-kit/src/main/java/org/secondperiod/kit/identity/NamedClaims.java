package org.secondperiod.kit.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A provider's token with its claims by the names that they have here: {@code sub}, {@code scope} and {@code schools}. */
final class NamedClaims implements JsonWebToken {

    private static final String SUBJECT = "sub";
    private static final String SCOPES = "scope";
    private static final String SCHOOLS = "schools";

    private final JsonWebToken token;
    private final ClaimsConfig names;

    NamedClaims(JsonWebToken token, ClaimsConfig names) {
        this.token = token;
        this.names = names;
    }

    /** Who it is; null if the token does not say. */
    @Override
    public @Nullable String getName() {
        return token.<Object>getClaim(names.subjectClaim()) instanceof String subject && !subject.isBlank()
                ? subject
                : null;
    }

    @Override
    public Set<String> getClaimNames() {
        var all = new TreeSet<>(token.getClaimNames());
        all.addAll(List.of(SUBJECT, SCOPES, SCHOOLS));
        return all;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String claim) {
        return (T)
                switch (claim) {
                    case SUBJECT -> getName();
                    case SCOPES ->
                        scopes().stream().filter(scope -> !isSchool(scope)).toList();
                    case SCHOOLS -> schools();
                    default -> token.<Object>getClaim(claim);
                };
    }

    private Object schools() {
        Object named = token.getClaim(SCHOOLS);
        return named != null
                ? named
                : scopes().stream()
                        .filter(this::isSchool)
                        .map(scope -> scope.substring(
                                names.schoolsPrefix().orElseThrow().length()))
                        .toList();
    }

    private boolean isSchool(String scope) {
        return names.schoolsPrefix().filter(scope::startsWith).isPresent();
    }

    private List<String> scopes() {
        return texts(token.getClaim(names.scopesClaim()));
    }

    /** A claim's texts, whether it is a list or one text with spaces between them. */
    static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case JsonArray array ->
                array.stream()
                        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
                        .toList();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case String one ->
                Arrays.stream(one.trim().split("[\\s,]+"))
                        .filter(text -> !text.isEmpty())
                        .toList();
            default -> List.of();
        };
    }
}
