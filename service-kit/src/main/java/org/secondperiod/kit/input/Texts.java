package org.secondperiod.kit.input;

import org.jspecify.annotations.Nullable;

/** What text from outside may hold: whatever can be stored, sent on and shown unchanged. */
public final class Texts {

    private static final String ALLOWED_CONTROLS = "\t\n\r";

    private Texts() {}

    /** What is wrong with the text, said as what would follow its field's name, if anything is. */
    public static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && ALLOWED_CONTROLS.indexOf(c) < 0 || c == '\u007F') {
                return "must not hold the control character U+%04X".formatted((int) c);
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    return "must not hold half a character (the lone surrogate U+%04X)".formatted((int) c);
                }
                i++;
            }
        }
        return null;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
