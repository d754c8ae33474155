package org.secondperiod.outreach.disclosures.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.disclosures.Disclosure;

/** What an entry says in somebody's own words, as it is sealed. */
record Said(String recipient, String what, String why) {

    static Said of(Disclosure disclosure) {
        return new Said(disclosure.recipient(), disclosure.what(), disclosure.why());
    }

    String written() {
        return new String(EventJson.write(this), UTF_8);
    }

    /** Where the key is gone, each of them says so. */
    static Said read(String opened) {
        return opened.equals(SealedText.UNREADABLE)
                ? new Said(opened, opened, opened)
                : EventJson.read(opened.getBytes(UTF_8), Said.class);
    }
}
