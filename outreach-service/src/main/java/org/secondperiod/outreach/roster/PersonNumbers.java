package org.secondperiod.outreach.roster;

import java.util.HashSet;
import java.util.Set;

/**
 * By which numbers a call about a student may come, in E.164.
 *
 * @param open the student's own and those of contacts who may be called
 * @param closed those of contacts who must not be called, or of whom a student of age has not agreed
 */
public record PersonNumbers(Set<String> open, Set<String> closed) {

    static final PersonNumbers NONE = new PersonNumbers(Set.of(), Set.of());

    /** All of them. */
    public Set<String> all() {
        Set<String> all = new HashSet<>(open);
        all.addAll(closed);
        return all;
    }
}
