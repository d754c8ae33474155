package org.secondperiod.local.installation;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/**
 * Where a district's services, databases and brokers are: lines of {@code key=value}. It holds no secret; it names files or variables of
 * the environment that do. Every complaint says which line, and what would do instead.
 */
public final class DistrictFile {

    private static final String KAFKA = "kafka.";
    private static final String FILE = "-file";
    private static final String ENVIRONMENT = "-env";
    private static final List<String> SECRET = List.of("password", "jaas", "secret");
    private static final Set<String> KNOWN = known();

    private record Line(int number, String value) {}

    private final Path file;
    private final Map<String, Line> lines;
    private final Map<String, String> environment;

    private DistrictFile(Path file, Map<String, Line> lines, Map<String, String> environment) {
        this.file = file;
        this.lines = lines;
        this.environment = environment;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(Set.of("zone", "issuer", "token-file", "token-env", "kafka.client-file"));
        for (Part service : Part.services()) {
            known.add(service.label() + ".url");
            if (service.database().isPresent()) {
                for (String key : List.of("url", "user", "role", "password-file", "password-env")) {
                    known.add(service.label() + ".jdbc." + key);
                }
            }
        }
        return known;
    }

    /**
     * Reads it all.
     *
     * @param environment in which secrets may stand
     * @throws StackException when it cannot be read or understood
     */
    public static DistrictFile read(Path file, Map<String, String> environment) {
        DistrictFile read = new DistrictFile(file, new LinkedHashMap<>(), environment);
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                read.add(number, text);
            }
        }
        read.zone();
        return read;
    }

    private static List<String> lines(Path of) {
        try {
            return Files.readAllLines(of);
        } catch (IOException e) {
            throw new StackException(
                    "%s cannot be read (%s). It says where a district is: docs/doctor.md has an example."
                            .formatted(of, e.getClass().getSimpleName()),
                    e);
        }
    }

    private void add(int number, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw fault(number, "there is no = in it. A line is key=value, or begins with #.");
        }
        String key = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        check(number, key, value);
        Line before = lines.put(key, new Line(number, value));
        if (before != null) {
            throw fault(number, "%s stands in line %d already. Take one of them out.".formatted(key, before.number()));
        }
    }

    private void check(int number, String key, String value) {
        boolean known = KNOWN.contains(key);
        if (!known && SECRET.stream().anyMatch(key.toLowerCase(Locale.ROOT)::contains)) {
            throw fault(
                    number,
                    key.startsWith(KAFKA)
                            ? key
                                    + " is a secret, which has no place here. Write it into a file of its own, without kafka., and"
                                    + " name that: kafka.client-file=FILE."
                            : "%s is a secret, which has no place here. Name a file, %s-file=FILE, or a variable, %s-env=NAME."
                                    .formatted(key, key, key));
        }
        if (!known && !key.startsWith(KAFKA)) {
            throw fault(
                    number,
                    "nothing is called %s. There are: %s, and kafka. with any property of a Kafka client."
                            .formatted(key, String.join(", ", KNOWN)));
        }
        if (value.isEmpty()) {
            throw fault(number, key + " has no value. Say it, or take the line out.");
        }
        if (key.endsWith(".jdbc.url")) {
            checkJdbc(number, key, value);
        }
    }

    private void checkJdbc(int number, String key, String value) {
        if (!value.startsWith("jdbc:postgresql://")) {
            throw fault(
                    number,
                    "%s is no address of a PostgreSQL: write jdbc:postgresql://HOST:PORT/DATABASE.".formatted(key));
        }
        if (value.contains("password=")) {
            String prefix = key.substring(0, key.length() - "url".length());
            throw fault(
                    number,
                    "a password has no place in it. Name a file, %spassword-file=FILE, or a variable, %spassword-env=NAME."
                            .formatted(prefix, prefix));
        }
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(lines.get(key)).map(Line::value);
    }

    String needed(String key, String example) {
        return value(key)
                .orElseThrow(() -> new StackException(
                        "%s does not say %s. Add a line, e.g. %s=%s".formatted(file, key, key, example)));
    }

    /** An address, without a slash at its end. */
    String url(String key, String example) {
        String value = needed(key, example);
        if (!isWeb(value)) {
            throw fault(key, "is no address: %s. Write it like %s.".formatted(value, example));
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    private static boolean isWeb(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    ZoneId zone() {
        String zone = needed("zone", "America/Chicago");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            StackException fault = fault("zone", "%s is no time zone. Write it like America/Chicago.".formatted(zone));
            fault.initCause(e);
            throw fault;
        }
    }

    /** What stands in the file that {@code key-file} names, or the variable that {@code key-env} names. */
    Optional<String> secret(String key) {
        Optional<String> variable = value(key + ENVIRONMENT);
        Optional<String> named = value(key + FILE);
        if (variable.isPresent() && named.isPresent()) {
            throw fault(key + ENVIRONMENT, "stands beside %s%s. Take one of them out.".formatted(key, FILE));
        }
        if (named.isPresent()) {
            return Optional.of(content(key + FILE, named.get()));
        }
        return variable.map(name -> {
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                throw fault(
                        key + ENVIRONMENT,
                        "names %s, which is not in the environment. Export it first.".formatted(name));
            }
            return value;
        });
    }

    String neededSecret(String key) {
        return secret(key)
                .orElseThrow(() -> new StackException("%s does not say where the %s is. Add a line, e.g. %s%s=%s.txt"
                        .formatted(file, key, key, FILE, key)));
    }

    private String content(String key, String name) {
        try {
            String content = Files.readString(beside(name)).strip();
            if (content.isEmpty()) {
                throw fault(key, "names %s, which is empty.".formatted(beside(name)));
            }
            return content;
        } catch (IOException e) {
            throw unreadable(key, name, e);
        }
    }

    private StackException unreadable(String key, String name, IOException e) {
        StackException fault = fault(
                key,
                "names %s, which cannot be read (%s). Say where it is, and let whoever runs this read it."
                        .formatted(beside(name), e.getClass().getSimpleName()));
        fault.initCause(e);
        return fault;
    }

    /** A name in the file is of a file beside it, unless it is a whole path. */
    private Path beside(String name) {
        return file.toAbsolutePath().resolveSibling(name);
    }

    /** What stands after {@code kafka.}, and in the file that {@code kafka.client-file} names. */
    Map<String, String> kafka() {
        Map<String, String> client = new HashMap<>();
        value("kafka.client-file").ifPresent(name -> {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(beside(name), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw unreadable("kafka.client-file", name, e);
            }
            properties.stringPropertyNames().forEach(each -> client.put(each, properties.getProperty(each)));
        });
        lines.forEach((key, line) -> {
            if (key.startsWith(KAFKA) && !KNOWN.contains(key)) {
                client.put(key.substring(KAFKA.length()), line.value());
            }
        });
        if (!client.containsKey("bootstrap.servers")) {
            needed("kafka.bootstrap.servers", "localhost:9092");
        }
        return client;
    }

    private StackException fault(String key, String what) {
        Line line = lines.get(key);
        return fault(line == null ? 0 : line.number(), key + " " + what);
    }

    private StackException fault(int number, String what) {
        return new StackException("%s, line %d: %s".formatted(file, number, what));
    }
}
