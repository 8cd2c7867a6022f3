package dev.licenseflow.cli.client;

import dev.licenseflow.cli.words.UserError;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.TopicDeclaration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of the contract as a user names them: in full, or without what all names begin with. */
public final class TopicNames {

    private static final String PREFIX = "licensing.";

    private TopicNames() {}

    /**
     * The full name.
     *
     * @throws UserError if there is no such topic, with those that there are
     */
    public static String full(String name) {
        String full = name.startsWith(PREFIX) ? name : PREFIX + name;
        List<String> known = Stream.concat(
                        LicensingTopics.ALL.stream().map(TopicDeclaration::name),
                        LicensingTopics.ALL.stream()
                                .filter(TopicDeclaration::isInput)
                                .map(TopicDeclaration::deadLetters))
                .toList();
        if (!known.contains(full)) {
            throw new UserError("There is no topic " + name + "; there are "
                    + known.stream()
                            .map(each -> each.substring(PREFIX.length()))
                            .collect(Collectors.joining(", ")));
        }
        return full;
    }
}
