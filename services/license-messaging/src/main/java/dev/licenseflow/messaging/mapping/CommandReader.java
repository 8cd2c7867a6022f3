package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.schema.request.Change;
import dev.licenseflow.schema.request.ChangeLicenses;
import dev.licenseflow.schema.request.ChangeRenewalMethod;
import dev.licenseflow.schema.request.ConfirmQuote;
import dev.licenseflow.schema.request.DeclineQuote;
import dev.licenseflow.schema.request.Item;
import dev.licenseflow.schema.request.Reactivate;
import dev.licenseflow.schema.request.RegisterCustomer;
import dev.licenseflow.schema.request.Renew;
import dev.licenseflow.schema.request.Resume;
import dev.licenseflow.schema.request.Suspend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The command of a union's branch. Avro types the union as Object, so the class that came decides who reads it. */
final class CommandReader {

    private static final Map<Class<?>, Function<Object, Command>> READERS = new HashMap<>();

    static {
        on(RegisterCustomer.class, CommandReader::registerCustomer);
        on(ChangeLicenses.class, CommandReader::changeLicenses);
        on(ConfirmQuote.class, command -> new Command.ConfirmQuote(command.getQuoteId()));
        on(DeclineQuote.class, command -> new Command.DeclineQuote(command.getQuoteId()));
        on(
                ChangeRenewalMethod.class,
                command -> new Command.ChangeRenewalMethod(
                        Symbols.known("renewalMethod", RenewalMethod.class, command.getRenewalMethod())));
        on(Renew.class, command -> new Command.Renew());
        on(Suspend.class, command -> new Command.Suspend());
        on(Resume.class, command -> new Command.Resume());
        on(Reactivate.class, command -> new Command.Reactivate(items(command.getItems())));
    }

    private CommandReader() {}

    /** @throws IllegalArgumentException if the branch is none of this version's, or holds an unknown symbol */
    static Command read(@Nullable Object branch) {
        Object command = Symbols.present("command", branch);
        Function<Object, Command> reader = READERS.get(command.getClass());
        if (reader == null) {
            throw Symbols.unknown("command");
        }
        return reader.apply(command);
    }

    private static <T> void on(Class<T> branch, Function<T, Command> reader) {
        READERS.put(branch, command -> reader.apply(branch.cast(command)));
    }

    private static Command registerCustomer(RegisterCustomer command) {
        return new Command.RegisterCustomer(
                command.getSystem(),
                Symbols.known("renewalMethod", RenewalMethod.class, command.getRenewalMethod()),
                items(command.getItems()));
    }

    private static Command changeLicenses(ChangeLicenses command) {
        List<LicenseChange> changes = new ArrayList<>(command.getChanges().size());
        for (Change change : command.getChanges()) {
            changes.add(new LicenseChange(
                    change.getProduct(),
                    Symbols.known("operation", Operation.class, change.getOperation()),
                    change.getQuantity()));
        }
        return new Command.ChangeLicenses(changes);
    }

    private static List<dev.licenseflow.domain.request.Item> items(List<Item> items) {
        List<dev.licenseflow.domain.request.Item> read = new ArrayList<>(items.size());
        for (Item item : items) {
            read.add(new dev.licenseflow.domain.request.Item(item.getProduct(), item.getQuantity()));
        }
        return read;
    }
}
