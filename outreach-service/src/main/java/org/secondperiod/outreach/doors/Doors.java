package org.secondperiod.outreach.doors;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;

/** The readers at a school's buildings. */
public record Doors(List<Reader> readers) {

    private static final Comparator<@Nullable Instant> OLDEST_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    public Doors {
        readers =
                readers.stream().sorted(Comparator.comparing(Reader::readerId)).toList();
    }

    /** The doors of {@code buildings}, out of any readers. */
    public static Doors of(Collection<BuildingId> buildings, Collection<Reader> readers) {
        return new Doors(readers.stream()
                .filter(reader -> buildings.contains(reader.buildingId()))
                .toList());
    }

    /**
     * Whether there is any door on a day with that cut-off. Where there is none, marks alone decide. A reader that was put into
     * service too late for the cut-off and was never heard from is none yet.
     */
    public boolean exist(Instant cutOff) {
        return readers.stream()
                .anyMatch(reader -> !reader.inService() || reader.lastHeard() != null || reader.wasThereBy(cutOff));
    }

    /** Whether somebody should have been seen by the cut-off: a reader was in service then. */
    public boolean wereThereBy(Instant cutOff) {
        return readers.stream().anyMatch(reader -> reader.wasThereBy(cutOff));
    }

    /** When any reader in service was last heard from. */
    public Optional<Instant> lastHeard() {
        return inService().map(Reader::lastHeard).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /**
     * The door that was not listening as of {@code now}, the one silent for longest; empty where all were. Having been
     * heard from after the cut-off is enough: nothing from before it is still to come.
     */
    public Optional<SilentDoor> notListening(Instant cutOff, Instant now) {
        return Stream.concat(silentAlone(cutOff, now), silentTogether(cutOff, now))
                .min(Comparator.comparing(SilentDoor::since, OLDEST_FIRST).thenComparing(SilentDoor::name));
    }

    private Stream<SilentDoor> silentAlone(Instant cutOff, Instant now) {
        return inService()
                .filter(Reader::sendsHeartbeats)
                .filter(reader -> reader.isWaitedFor(now))
                .filter(reader -> silent(reader.lastHeard(), reader.allowedSilence(), cutOff, now))
                .map(reader -> new SilentDoor(reader.name(), reader.buildingId(), reader.lastHeard()));
    }

    private Stream<SilentDoor> silentTogether(Instant cutOff, Instant now) {
        return inService()
                .filter(reader -> !reader.sendsHeartbeats())
                .collect(Collectors.groupingBy(Reader::buildingId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(together -> together.stream().anyMatch(reader -> reader.isWaitedFor(now)))
                .map(Doors::lastHeardOf)
                .filter(reader -> silent(reader.lastHeard(), Reader.SILENCE_ALLOWED_TOGETHER, cutOff, now))
                .map(reader -> new SilentDoor(reader.name(), reader.buildingId(), reader.lastHeard()));
    }

    private Stream<Reader> inService() {
        return readers.stream().filter(Reader::inService);
    }

    private static Reader lastHeardOf(List<Reader> together) {
        return together.stream()
                .max(Comparator.comparing(Reader::lastHeard, OLDEST_FIRST))
                .orElseThrow();
    }

    private static boolean silent(@Nullable Instant lastHeard, Duration allowed, Instant cutOff, Instant now) {
        if (lastHeard == null) {
            return true;
        }
        return !lastHeard.isAfter(cutOff) && lastHeard.plus(allowed).isBefore(now);
    }

    /**
     * A door, or the doors of a building together, that would not have told us.
     *
     * @param name the reader's name; of readers judged together, of the one last heard from
     * @param since when it was last heard from; null if never
     */
    public record SilentDoor(
            String name, BuildingId building, @Nullable Instant since) {}
}
