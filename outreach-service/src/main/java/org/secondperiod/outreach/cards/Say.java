package org.secondperiod.outreach.cards;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.cards.CalleeView.SayView;
import org.secondperiod.outreach.scripts.Script;
import org.secondperiod.outreach.scripts.ScriptKind;
import org.secondperiod.outreach.scripts.Scripts;

/** Makes what may be said to somebody of the scripts in force. */
final class Say {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

    private Say() {}

    /**
     * What may be said.
     *
     * @param kind of what is said where the right one answers
     * @param words what is filled in
     */
    static SayView of(Scripts scripts, @Nullable String language, ScriptKind kind, Map<String, String> words) {
        String primary = language == null ? null : Scripts.primary(language);
        boolean english = primary == null || primary.equals(Scripts.ENGLISH);
        return new SayView(
                primary,
                primary != null && RIGHT_TO_LEFT.contains(primary),
                english ? null : said(scripts, primary, kind, words),
                english ? null : said(scripts, primary, ScriptKind.VOICEMAIL, words),
                Scripts.filled(scripts.inEnglish(kind), words),
                Scripts.filled(scripts.inEnglish(ScriptKind.VOICEMAIL), words));
    }

    private static @Nullable String said(
            Scripts scripts, @Nullable String language, ScriptKind kind, Map<String, String> words) {
        Script script = scripts.in(language, kind).orElse(null);
        return script == null ? null : Scripts.filled(script, words);
    }
}
