package org.secondperiod.kit.delivery;

/** A record that cannot be understood, now or later. The message never holds any of its content. */
public class BadEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadEvent(String why) {
        super(why);
    }
}
