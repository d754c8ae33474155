package org.secondperiod.kit.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param nextCursor what to send as {@code cursor} for the next page; none on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
