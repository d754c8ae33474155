package org.secondperiod.kit.offboarding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.offboarding.db.OffBoardingStore;
import org.secondperiod.kit.orders.HoldStore;
import org.secondperiod.kit.orders.OrdersConsumer;
import org.secondperiod.kit.time.MachineClock;

/**
 * Ends the district here, which is one of the two halves: the other one is that whoever keeps the keys destroys them. By the machine's
 * clock: nobody leaves on a simulated day.
 */
@ApplicationScoped
public class OffBoardingService {

    private static final Logger LOG = Logger.getLogger(OffBoardingService.class);

    private final OffBoardingStore store;
    private final HoldStore holds;
    private final String district;
    private final String ordersConsumer;

    OffBoardingService(
            OffBoardingStore store,
            HoldStore holds,
            @ConfigProperty(name = "secondperiod.district.id") String district,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.holds = holds;
        this.district = district;
        this.ordersConsumer = OrdersConsumer.nameIn(service);
    }

    /** Which district this is. */
    public String district() {
        return district;
    }

    /** The order, if there is one. */
    public Optional<OffBoarding> find(Handle tx) {
        return store.find(tx);
    }

    /** The legal holds in force, as this service knows them; as the system. */
    public List<String> keptBy(Handle tx) {
        return store.holdsInForce(tx);
    }

    /** Orders it, as the system; ordered again, the order that stands. */
    public OffBoarding order(Handle tx, String districtId, String by) {
        if (!districtId.equals(district)) {
            throw OffBoardingProblems.otherDistrict();
        }
        return store.find(tx).orElseGet(() -> fresh(tx, by));
    }

    private OffBoarding fresh(Handle tx, String by) {
        if (!holds.isBeingRead(tx, ordersConsumer, Topics.ORDERS.name())) {
            throw OffBoardingProblems.holdsNotRead();
        }
        store.lockHolds(tx);
        List<String> kept = store.holdsInForce(tx);
        if (!kept.isEmpty()) {
            throw OffBoardingProblems.kept(kept);
        }
        store.insert(tx, new OffBoarding(district, by, MachineClock.now()));
        LOG.warn("The district is off-boarded: from now on nobody is served here");
        return store.find(tx).orElseThrow();
    }
}
