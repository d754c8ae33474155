package org.secondperiod.outreach.whereabouts;

/** Says a conclusion in English, with local times. */
final class Explanation {

    private Explanation() {}

    static String of(Whereabouts whereabouts) {
        return whereabouts.state().name();
    }
}
