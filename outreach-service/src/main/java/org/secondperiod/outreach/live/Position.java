package org.secondperiod.outreach.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far a watcher has read: the next offset of each partition. It means the same in every replica, though each of them
 * sees the partitions interleaved in another way.
 */
public record Position(List<Long> next) {

    private static final int DIGITS = 36;

    public Position {
        next = List.copyOf(next);
    }

    /** Reads what {@link #toString} wrote; empty if it is none, or one for another number of partitions. */
    public static Optional<Position> parse(String text, int partitions) {
        try {
            List<Long> next = Arrays.stream(text.split("\\.", -1))
                    .map(each -> Long.parseLong(each, DIGITS))
                    .toList();
            return next.size() == partitions ? Optional.of(new Position(next)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The position behind an offset of a partition. */
    public Position after(int partition, long offset) {
        Long[] moved = next.toArray(Long[]::new);
        moved[partition] = offset + 1;
        return new Position(List.of(moved));
    }

    /** Whether an offset of a partition is still ahead. */
    public boolean isBefore(int partition, long offset) {
        return next.get(partition) <= offset;
    }

    /** Whether everything from this position on is there, where the oldest that is kept is {@code oldest}. */
    public boolean isCoveredFrom(Position oldest) {
        for (int partition = 0; partition < next.size(); partition++) {
            if (next.get(partition) < oldest.next.get(partition)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return next.stream().map(offset -> Long.toString(offset, DIGITS)).collect(Collectors.joining("."));
    }
}
