package org.secondperiod.local.city;

/** Follows long work: what it is, how much there is of it, and how far it has come. */
public interface ProgressListener {

    void begins(String what, long total);

    void advanced(long through, long rejected);

    void ended();
}
