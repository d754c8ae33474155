package org.secondperiod.entry.readers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where some readers stood at any moment. A reader that is not registered stands nowhere. */
public final class ReaderPlaces {

    /** Since when a reader stands in a building; {@link Instant#MIN} for ever. */
    public record Place(String readerId, Instant since, String buildingId) {}

    private final Map<String, NavigableMap<Instant, String>> places = new HashMap<>();

    public ReaderPlaces(List<Place> known) {
        for (Place place : known) {
            places.computeIfAbsent(place.readerId(), id -> new TreeMap<>()).put(place.since(), place.buildingId());
        }
    }

    /** Every building where one of them ever stood. */
    public Set<String> buildings() {
        return places.values().stream()
                .flatMap(ofReader -> ofReader.values().stream())
                .collect(Collectors.toSet());
    }

    /** The building where the reader stood then, none for a reader that is not registered. */
    public @Nullable String buildingAt(String readerId, Instant moment) {
        NavigableMap<Instant, String> ofReader = places.get(readerId);
        if (ofReader == null) {
            return null;
        }
        Map.Entry<Instant, String> place = ofReader.floorEntry(moment);
        return place == null ? ofReader.firstEntry().getValue() : place.getValue();
    }
}
