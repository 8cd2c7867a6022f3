package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.testkit.SimulationLine;
import java.util.List;
import java.util.Optional;

/**
 * One line of a story: a request, a settlement, or the begin of a month.
 *
 * @param heading above it, where a part of the story begins
 * @param title what the partner does
 * @param meanings what the contract makes of it, with the numbers of its rules; one for each thing that is checked
 */
record StoryStep(Optional<Phrase> heading, Phrase title, List<Phrase> meanings, SimulationLine line) {

    /** Who asks or pays; empty if a month begins. */
    Optional<String> customerId() {
        return line.request()
                .map(Request::customerId)
                .or(() -> line.settlement().map(SettlementLine::customerId));
    }

    Phrase meaning() {
        return meanings.get(0);
    }
}
