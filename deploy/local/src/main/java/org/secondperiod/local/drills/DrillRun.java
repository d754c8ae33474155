package org.secondperiod.local.drills;

import java.util.function.Consumer;
import org.secondperiod.local.city.ProgressListener;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Lock;

/** Carries a drill out, on a stack of its own that is gone afterwards. */
public final class DrillRun {

    private DrillRun() {}

    /**
     * What was proved.
     *
     * @param usual the stack that the drill leaves alone
     */
    public static Proofs of(Drills which, Layout usual, Consumer<String> say, ProgressListener progress) {
        Layout own = DrillDistrict.beside(usual);
        Proofs proofs = new Proofs(say);
        try (Lock alone = Lock.take(own.playLock(), "A drill is under way")) {
            proofs.step("A district of its own, beside the one that is here");
            try (DrillDistrict district = DrillDistrict.start(own, which.serviceJvm(), say, progress)) {
                which.drill().rehearse(district, proofs);
            }
        }
        return proofs;
    }
}
