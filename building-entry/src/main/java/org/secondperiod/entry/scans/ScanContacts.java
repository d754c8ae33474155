package org.secondperiod.entry.scans;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondperiod.entry.readers.Contact;
import org.secondperiod.entry.readers.Contact.Numbered;

/** What scans tell of the readers they come from. */
final class ScanContacts {

    private ScanContacts() {}

    /** A contact for each reader whose scans come from its own door, with the counters they carry. */
    static List<Contact> of(List<Taking> takings) {
        Map<String, List<Numbered>> numbered = takings.stream()
                .filter(Taking::isFromItsDoor)
                .map(Taking::scan)
                .collect(Collectors.groupingBy(
                        ScanInput::readerId, Collectors.flatMapping(ScanContacts::number, Collectors.toList())));
        return numbered.entrySet().stream()
                .map(entry -> new Contact(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Numbered> number(ScanInput scan) {
        return scan.sequence() == null ? Stream.of() : Stream.of(new Numbered(scan.sequence(), scan.scannedAt()));
    }
}
