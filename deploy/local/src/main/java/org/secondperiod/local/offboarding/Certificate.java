package org.secondperiod.local.offboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a district that has left. Never a key, and never anything that a key opens.
 *
 * @param ordered when each service was ended, and by whom
 * @param carriedOutBy who ran the command, as the machine knows them
 * @param finishedAt none until the keys are destroyed and everything was tried again
 * @param sealed what lies sealed, and how much of it opened before and afterwards
 * @param otherFiles files with names in the clear that were destroyed too
 * @param copies files in which a key was found afterwards
 * @param inTheClear what anybody can still read who has the databases and topics
 * @param topics until when each topic keeps what it has
 * @param toDo what whoever runs the installation must do themselves
 */
public record Certificate(
        String districtId,
        List<Ordered> ordered,
        String carriedOutBy,
        Instant begunAt,
        @Nullable Instant finishedAt,
        List<Key> keys,
        List<Sealed> sealed,
        List<String> otherFiles,
        List<String> copies,
        List<String> inTheClear,
        List<KeptOnTopic> topics,
        List<String> toDo) {

    /** A service was ended. */
    public record Ordered(String service, String by, Instant at) {}

    /**
     * A key.
     *
     * @param destroyedAt none while it is there
     */
    public record Key(
            String id,
            String fingerprint,
            String use,
            @Nullable Instant destroyedAt) {}

    /**
     * What lies sealed in one place under one key.
     *
     * @param openedAfter none while the keys are there
     */
    public record Sealed(
            String where,
            String keyId,
            long values,
            long openedBefore,
            @Nullable Long openedAfter) {}

    /** How long a topic keeps what it has, if nobody removes the topic. */
    public record KeptOnTopic(String topic, String until) {}

    /** The same once the keys were destroyed, and everything was tried again. */
    Certificate finished(Instant destroyedAt, Instant now, Afterwards after) {
        return new Certificate(
                districtId,
                ordered,
                carriedOutBy,
                begunAt,
                now,
                keys.stream()
                        .map(key -> new Key(
                                key.id(),
                                key.fingerprint(),
                                key.use(),
                                after.keysLeft().contains(key.fingerprint()) ? null : destroyedAt))
                        .toList(),
                merged(sealed, after.tried()),
                Stream.concat(otherFiles.stream(), after.otherFiles().stream()).toList(),
                after.copies(),
                inTheClear,
                topics,
                toDo);
    }

    /**
     * What was found afterwards.
     *
     * @param keysLeft fingerprints of keys that are still there
     */
    record Afterwards(Set<String> keysLeft, List<Tried> tried, List<String> otherFiles, List<String> copies) {}

    /** Also what was not found before, and what is not found any more. */
    static List<Sealed> merged(List<Sealed> before, List<Tried> after) {
        List<Sealed> merged = new ArrayList<>();
        List<Tried> left = new ArrayList<>(after);
        for (Sealed each : before) {
            Optional<Tried> again = left.stream()
                    .filter(tried ->
                            tried.where().equals(each.where()) && tried.keyId().equals(each.keyId()))
                    .findFirst();
            again.ifPresent(left::remove);
            merged.add(new Sealed(
                    each.where(),
                    each.keyId(),
                    again.map(Tried::values).orElse(0L),
                    each.openedBefore(),
                    again.map(Tried::opened).orElse(0L)));
        }
        left.forEach(tried -> merged.add(new Sealed(tried.where(), tried.keyId(), tried.values(), 0, tried.opened())));
        return merged;
    }

    /** Whether the keys are gone and nothing opened any more. */
    public boolean holds() {
        return finishedAt != null
                && copies.isEmpty()
                && keys.stream().allMatch(key -> key.destroyedAt() != null)
                && sealed.stream().allMatch(each -> Long.valueOf(0).equals(each.openedAfter()));
    }
}
