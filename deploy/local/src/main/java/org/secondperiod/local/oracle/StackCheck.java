package org.secondperiod.local.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;

/**
 * Asks the oracle about every student of a stack's schools, and compares with what outreach-service has stored. Since when
 * somebody is held is left out: it follows from the second in which the service came to look.
 */
public final class StackCheck {

    private static final int SCHOOLS_AT_ONCE = 40;

    /** The oracle's work is one thread's for each connection. */
    private static final int CONNECTIONS = 2;

    private final Layout layout;
    private final ZoneId zone;

    /** @param zone of the district */
    public StackCheck(Layout layout, ZoneId zone) {
        this.layout = layout;
        this.zone = zone;
    }

    /** A student of whom two opinions differ; {@code stored} is null where the service has none. */
    public record Difference(
            String studentId,
            String schoolId,
            Verdict expected,
            @Nullable Verdict stored) {}

    /** How many were compared, and where the two differ. */
    public record Result(long facts, long students, List<Difference> differences) {}

    private record Part(int schools, int students, List<Difference> differences) {}

    /**
     * @param moments of the day at which decisions were due, the last one being now
     * @param progress is told how many schools have been compared
     */
    public Result compare(List<String> schools, LocalDate day, SortedSet<Instant> moments, LongConsumer progress) {
        try {
            long taken = takeIn();
            var differences = new ArrayList<Difference>();
            long students = 0;
            try (var asking = Executors.newFixedThreadPool(CONNECTIONS)) {
                var parts = new ArrayList<Future<Part>>();
                for (int from = 0; from < schools.size(); from += SCHOOLS_AT_ONCE) {
                    var some = schools.subList(from, Math.min(schools.size(), from + SCHOOLS_AT_ONCE));
                    parts.add(asking.submit(() -> compare(some, day, moments)));
                }
                for (var part : parts) {
                    var compared = part.get();
                    students += compared.students();
                    differences.addAll(compared.differences());
                    progress.accept(compared.schools());
                }
            }
            return new Result(taken, students, List.copyOf(differences));
        } catch (SQLException e) {
            throw cannotBeAsked(e);
        } catch (ExecutionException e) {
            throw cannotBeAsked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannotBeAsked(e);
        }
    }

    private static IllegalStateException cannotBeAsked(Throwable why) {
        return new IllegalStateException("The oracle cannot be asked: " + why.getMessage(), why);
    }

    private long takeIn() throws SQLException {
        try (var own = ownDatabase()) {
            var facts = new AcceptedFacts(own);
            long taken;
            try (var taking = facts.begin()) {
                taken = TopicReader.read(layout.bootstrapServers(), taking);
            }
            facts.sort();
            return taken;
        }
    }

    private Part compare(List<String> schools, LocalDate day, SortedSet<Instant> moments) throws SQLException {
        try (var own = connect("oracle");
                var outreach = connect("outreach")) {
            var facts = new AcceptedFacts(own);
            var members = facts.members(schools);
            var answers = answers(own, facts, schools, members, day, moments);
            var stored = StoredVerdicts.read(outreach, schools, day);
            var differences = new ArrayList<Difference>();
            for (var member : members) {
                compare(answers.get(moment(member, day, moments.last())), stored.get(member), member, differences);
            }
            return new Part(schools.size(), members.size(), differences);
        }
    }

    private Map<Moment, Oracle.Answer> answers(
            Connection own,
            AcceptedFacts facts,
            List<String> schools,
            List<StoredVerdicts.Of> members,
            LocalDate day,
            SortedSet<Instant> moments)
            throws SQLException {
        var asked = members.stream()
                .flatMap(member -> moments.stream().map(at -> moment(member, day, at)))
                .toList();
        return new Oracle(own, zone).ask(() -> facts.load(schools), asked);
    }

    private static Moment moment(StoredVerdicts.Of member, LocalDate day, Instant at) {
        return new Moment(member.studentId(), member.schoolId(), day, at, at);
    }

    private static void compare(
            Oracle.@Nullable Answer answer,
            @Nullable Verdict stored,
            StoredVerdicts.Of member,
            List<Difference> differences) {
        if (answer == null || answer.doorsOpen()) {
            return;
        }
        var expected = answer.verdict();
        boolean nothingToSay = stored == null && expected.rule() <= 2;
        if (!nothingToSay && (stored == null || !Objects.equals(stored.withoutAge(), expected.withoutAge()))) {
            differences.add(new Difference(member.studentId(), member.schoolId(), expected, stored));
        }
    }

    private Connection ownDatabase() throws SQLException {
        try (var any = connect("postgres");
                var statement = any.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS oracle");
            statement.execute("CREATE DATABASE oracle");
        }
        return connect("oracle");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(layout.jdbcUrl(database), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
