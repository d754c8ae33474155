package org.secondperiod.kit.problems;

import java.util.Locale;

/** Sizes as people and programs read them. */
public final class Sizes {

    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private Sizes() {}

    /** Such as {@code 200 MiB (209715200 bytes)}. */
    public static String inWords(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        return bytes < MIB ? inWords(bytes, KIB, "KiB") : inWords(bytes, MIB, "MiB");
    }

    private static String inWords(long bytes, long unit, String name) {
        String amount = bytes % unit == 0
                ? String.valueOf(bytes / unit)
                : String.format(Locale.ROOT, "%.1f", bytes / (double) unit);
        return amount + " " + name + " (" + bytes + " bytes)";
    }
}
