package org.secondperiod.bench.access;

/** Something that a running service does, and that the owner of its database can switch off there: the service itself cannot. */
interface Switch {

    /** What it is, in a few words. */
    String what();

    void on();

    void off();
}
