package org.secondperiod.bench.access;

import org.secondperiod.bench.measure.Side;

/** The same work with something switched on, or off. */
record SwitchedSide(Side side, Switch what, boolean isOn) implements Side {

    @Override
    public String name() {
        return (isOn ? "with " : "without ") + what.what();
    }

    @Override
    public void prepare() {
        if (isOn) {
            what.on();
        } else {
            what.off();
        }
        side.prepare();
    }

    @Override
    public long work() {
        return side.work();
    }

    @Override
    public void check() {
        side.check();
    }
}
