package dev.licenseflow.messaging.json;

import static java.util.Objects.requireNonNull;

import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the command of a request: an object with its {@code type} and the fields of that type (section 3). */
final class CommandJson {

    private static final Map<String, Function<StrictObject, Command>> READERS = new LinkedHashMap<>();

    static {
        READERS.put("RegisterCustomer", CommandJson::registerCustomer);
        READERS.put("ChangeLicenses", command -> new Command.ChangeLicenses(changes(command)));
        READERS.put("ConfirmQuote", command -> new Command.ConfirmQuote(quoteId(command)));
        READERS.put("DeclineQuote", command -> new Command.DeclineQuote(quoteId(command)));
        READERS.put("ChangeRenewalMethod", command -> new Command.ChangeRenewalMethod(renewalMethod(command)));
        READERS.put("Renew", command -> new Command.Renew());
        READERS.put("Suspend", command -> new Command.Suspend());
        READERS.put("Resume", command -> new Command.Resume());
        READERS.put("Reactivate", command -> new Command.Reactivate(items(command)));
    }

    private static final List<String> TYPES = List.copyOf(READERS.keySet());

    private CommandJson() {}

    static Command read(StrictObject object) {
        String type = object.required("type").oneOf(TYPES);
        Command command = requireNonNull(READERS.get(type)).apply(object);
        object.end();
        return command;
    }

    private static Command registerCustomer(StrictObject command) {
        return new Command.RegisterCustomer(command.required("system").text(), renewalMethod(command), items(command));
    }

    private static List<LicenseChange> changes(StrictObject command) {
        List<LicenseChange> changes = new ArrayList<>();
        for (StrictValue value : command.required("changes").list()) {
            StrictObject change = value.object();
            changes.add(new LicenseChange(
                    change.required("product").text(),
                    change.required("operation").oneOf(Operation.values()),
                    change.required("quantity").wholeNumber()));
            change.end();
        }
        return changes;
    }

    private static List<Item> items(StrictObject command) {
        List<Item> items = new ArrayList<>();
        for (StrictValue value : command.required("items").list()) {
            StrictObject item = value.object();
            items.add(new Item(
                    item.required("product").text(), item.required("quantity").wholeNumber()));
            item.end();
        }
        return items;
    }

    private static RenewalMethod renewalMethod(StrictObject command) {
        return command.required("renewalMethod").oneOf(RenewalMethod.values());
    }

    private static String quoteId(StrictObject command) {
        return command.required("quoteId").text();
    }
}
