package org.secondperiod.local.city;

/** Follows long work: what it is, how much there is of it, and how far it has come. */
public interface ProgressListener {

    /** @param total 0 where it is not known beforehand */
    void begins(String what, long total);

    /** Nothing is sent, only waited for: how fast and how many refused says nothing. */
    void waits(String what, long total);

    void advanced(long through, long rejected);

    void ended();
}
