package org.secondperiod.kit.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/**
 * How many requests a credential may send, to each replica of a service: so many at once, and so many a second after that. A
 * request is one whether it brings one record or a file of a million. And how many different students it is shown.
 */
@ConfigMapping(prefix = "secondperiod.limits")
public interface LimitsConfig {

    /** Somebody at a screen, with everything that a page asks for behind their back. */
    Person person();

    /** A system with client credentials, such as a student information system that sends every mark by itself. */
    System system();

    /** A door reader that signs for itself. After an outage it sends what it kept. */
    Reader reader();

    /** Of a person. */
    interface Person extends Rate {
        @Override
        @WithDefault("20")
        long perSecond();

        @Override
        @WithDefault("200")
        long atOnce();

        /** Different students that are shown within an hour. Default 10,000: more than any school has. */
        @WithDefault("10000")
        OptionalInt studentsAnHour();
    }

    /** Of a system. */
    interface System extends Rate {
        @Override
        @WithDefault("1000")
        long perSecond();

        @Override
        @WithDefault("5000")
        long atOnce();

        /** Different students that are shown within an hour. As many as there are, unless it is set. */
        OptionalInt studentsAnHour();
    }

    /** Of a reader. */
    interface Reader extends Rate {
        @Override
        @WithDefault("20")
        long perSecond();

        @Override
        @WithDefault("500")
        long atOnce();
    }

    /** So many at once, and so many a second after that. */
    interface Rate {
        long perSecond();

        long atOnce();
    }
}
