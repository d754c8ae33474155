package org.secondperiod.outreach.tasks;

import org.jspecify.annotations.Nullable;

/**
 * For whom, and how, families are put in order.
 *
 * @param caller who asks: first come the families that they know
 * @param seed by which equals are drawn, where the district has approved that; null where who has waited longest comes first
 */
public record Queue(String caller, @Nullable String seed) {

    /** In nobody's order. */
    public static final Queue NOBODYS = new Queue("", null);
}
