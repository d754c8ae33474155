package org.secondperiod.outreach.disclosures.db;

import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.disclosures.Disclosure;
import org.secondperiod.outreach.facts.db.StoredJson;

/** What an entry says in somebody's own words, as it is sealed. */
record Said(String recipient, String what, String why) {

    static Said of(Disclosure disclosure) {
        return new Said(disclosure.recipient(), disclosure.what(), disclosure.why());
    }

    String written() {
        return StoredJson.write(this);
    }

    /** Where the key is gone, each of them says so. */
    static Said read(String opened) {
        return opened.equals(SealedText.UNREADABLE)
                ? new Said(opened, opened, opened)
                : StoredJson.read(opened, Said.class);
    }
}
