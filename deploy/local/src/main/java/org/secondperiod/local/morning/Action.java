package org.secondperiod.local.morning;

import java.time.LocalTime;

/**
 * Something that happens at a local time of the morning.
 *
 * @param step what to do then; it may call services and tell the story
 */
record Action(LocalTime at, Step step) {

    @FunctionalInterface
    interface Step {
        void run(Stage stage);
    }
}
