package org.secondperiod.local.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who the local issuer knows, read from {@code people-and-systems.json}. */
public record Identities(List<Person> people, List<SystemClient> systems) {

    private static final String FILE = "/people-and-systems.json";

    /** Somebody, or something, that a token can be issued to. */
    public sealed interface Identity {

        /** The token's subject, and what to sign in with. */
        String name();

        /** What it does, in words. */
        String says();

        /** Its roles or scopes. */
        List<String> may();

        /** The schools it may see; {@code *} is all. */
        List<String> schools();

        /** All of it in one line, for whoever looks for somebody to be. */
        default String line() {
            return "  %-18s %-24s %s".formatted(name(), String.join(", ", may()), says());
        }
    }

    /**
     * Somebody who signs in. Roles, schools and rights are what {@code ./sp} gives them grants for; no token says anything of them.
     */
    public record Person(
            String name,
            String says,
            List<String> roles,
            List<String> schools,
            @Nullable List<String> rights) implements Identity {

        public Person {
            rights = rights == null ? List.of() : List.copyOf(rights);
        }

        @Override
        public List<String> may() {
            return roles;
        }
    }

    public record SystemClient(String name, String says, List<String> scopes, List<String> schools)
            implements Identity {
        @Override
        public List<String> may() {
            return scopes;
        }
    }

    public static Identities load() {
        try (InputStream in = Objects.requireNonNull(Identities.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readValue(in, Identities.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who is an administrator by the services' configuration, and so gives the first grants. */
    public Person firstAdmin() {
        return people.stream()
                .filter(person -> person.roles().contains("admin"))
                .findFirst()
                .orElseThrow();
    }

    public Stream<Identity> all() {
        return Stream.concat(people.stream(), systems.stream());
    }

    public Optional<Identity> named(String name) {
        return all().filter(identity -> identity.name().equals(name)).findFirst();
    }
}
