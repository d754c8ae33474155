package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.secondperiod.events.Topics;

/** What happens to the broker, the database and the networks in a storm, and to what lies on the topics. */
final class InfrastructureFaults {

    private static final List<String> UNREADABLE = List.of(
            "{ no json", "{\"eventId\":\"cut-o", "{\"eventId\":[\"no\",\"text\"],\"studentId\":{}}", "\0\1\2\3\4");

    private final AllServices all;
    private final DatabaseTroubles troubles;
    private final List<String> poison = new ArrayList<>();

    InfrastructureFaults(AllServices all) {
        this.all = all;
        this.troubles = new DatabaseTroubles(all.stand);
    }

    /** The keys of records that nobody can read. */
    List<String> poison() {
        return poison;
    }

    Map<String, Strike> kinds() {
        var kinds = new HashMap<String, Strike>();
        for (var outage : Outage.values()) {
            kinds.put(
                    outage.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    chance -> lasting(chance, () -> outage.begin(all.stand), () -> outage.end(all.stand)));
        }
        kinds.put("connections reset", this::connectionsReset);
        kinds.put("poison", this::poisoned);
        kinds.put("dead letters take nothing", this::deadLettersTakeNothing);
        kinds.put(
                "disk full",
                chance -> lasting(
                        chance,
                        () -> troubles.diskIsFull("student_day"),
                        () -> troubles.diskHasRoomAgain("student_day")));
        kinds.put("no connections left", this::noConnectionsLeft);
        kinds.put("table locked", this::tableLocked);
        return kinds;
    }

    private static Optional<String> lasting(Random chance, Runnable begins, Runnable ends) throws Exception {
        var time = Duration.ofMillis(1_000 + chance.nextLong(6_000));
        Fault.during(begins, time, ends).strike(() -> {});
        return Optional.of("for %d ms".formatted(time.toMillis()));
    }

    private Optional<String> connectionsReset(Random chance) {
        var which = chance.nextBoolean() ? all.stand.toKafka : all.stand.toDatabase;
        which.reset();
        return Optional.of(which == all.stand.toKafka ? "to the broker" : "to the database");
    }

    private Optional<String> poisoned(Random chance) {
        int count = 1 + chance.nextInt(5);
        for (int number = 0; number < count; number++) {
            var key = "poison-" + poison.size();
            var topic = chance.nextBoolean() ? Topics.MARKS.name() : Topics.SCANS.name();
            Broker.await(all.broker.send(
                    topic,
                    key,
                    UNREADABLE.get(chance.nextInt(UNREADABLE.size())).getBytes(UTF_8)));
            poison.add(key);
        }
        return Optional.of(count + " records");
    }

    private Optional<String> deadLettersTakeNothing(Random chance) throws Exception {
        return lasting(
                chance,
                () -> {
                    all.broker.set(OnOneStand.DEAD_LETTERS, "max.message.bytes", "1");
                    poisoned(chance);
                },
                () -> all.broker.set(OnOneStand.DEAD_LETTERS, "max.message.bytes", ""));
    }

    private Optional<String> noConnectionsLeft(Random chance) throws Exception {
        var taken = new ArrayList<Connection>();
        return lasting(chance, () -> taken.addAll(troubles.takeAllConnections()), () -> troubles.giveBack(taken));
    }

    private Optional<String> tableLocked(Random chance) throws Exception {
        var holder = new ArrayList<Connection>();
        return lasting(chance, () -> holder.add(troubles.lock("whereabouts")), () -> troubles.giveBack(holder));
    }
}
