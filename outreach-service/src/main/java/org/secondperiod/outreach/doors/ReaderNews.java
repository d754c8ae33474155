package org.secondperiod.outreach.doors;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;

/**
 * Something was told of a reader: its settings, that it was heard from, or both.
 *
 * @param buildingId where it stood
 * @param settings null where only a sign of life is told
 * @param heardAt when it was heard from; null where that is not told
 */
public record ReaderNews(
        ReaderId readerId,
        BuildingId buildingId,
        @Nullable Settings settings,
        boolean sentHeartbeat,
        @Nullable Instant heardAt) {

    /** A reader's settings; {@code lastHeard} of the reader in it says nothing. */
    public record Settings(Reader reader, long version) {}

    /** A sign of life from a scan. */
    public static ReaderNews heard(ReaderId reader, BuildingId building, Instant at) {
        return new ReaderNews(reader, building, null, false, at);
    }

    /** Both news of one reader: the newer settings, the later sign of life. */
    public ReaderNews merge(ReaderNews other) {
        return new ReaderNews(
                readerId,
                buildingId,
                latest(settings, other.settings, Comparator.comparingLong(Settings::version)),
                sentHeartbeat || other.sentHeartbeat,
                latest(heardAt, other.heardAt, Comparator.naturalOrder()));
    }

    private static <T> @Nullable T latest(@Nullable T one, @Nullable T other, Comparator<T> order) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return order.compare(one, other) >= 0 ? one : other;
    }
}
