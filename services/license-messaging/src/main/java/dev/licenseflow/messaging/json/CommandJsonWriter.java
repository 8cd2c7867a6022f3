package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the command of a request, {@code type} first. */
final class CommandJsonWriter implements Command.Cases<ObjectNode> {

    @Override
    public ObjectNode registerCustomer(Command.RegisterCustomer command) {
        ObjectNode written = ofType("RegisterCustomer")
                .put("system", command.system())
                .put("renewalMethod", command.renewalMethod().name());
        return withItems(written, command.items());
    }

    @Override
    public ObjectNode changeLicenses(Command.ChangeLicenses command) {
        ObjectNode written = ofType("ChangeLicenses");
        ArrayNode changes = written.putArray("changes");
        command.changes()
                .forEach(change -> changes.addObject()
                        .put("product", change.product())
                        .put("operation", change.operation().name())
                        .put("quantity", change.quantity()));
        return written;
    }

    @Override
    public ObjectNode confirmQuote(Command.ConfirmQuote command) {
        return ofType("ConfirmQuote").put("quoteId", command.quoteId());
    }

    @Override
    public ObjectNode declineQuote(Command.DeclineQuote command) {
        return ofType("DeclineQuote").put("quoteId", command.quoteId());
    }

    @Override
    public ObjectNode changeRenewalMethod(Command.ChangeRenewalMethod command) {
        return ofType("ChangeRenewalMethod")
                .put("renewalMethod", command.renewalMethod().name());
    }

    @Override
    public ObjectNode renew(Command.Renew command) {
        return ofType("Renew");
    }

    @Override
    public ObjectNode suspend(Command.Suspend command) {
        return ofType("Suspend");
    }

    @Override
    public ObjectNode resume(Command.Resume command) {
        return ofType("Resume");
    }

    @Override
    public ObjectNode reactivate(Command.Reactivate command) {
        return withItems(ofType("Reactivate"), command.items());
    }

    private static ObjectNode ofType(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode withItems(ObjectNode command, List<Item> items) {
        ArrayNode written = command.putArray("items");
        items.forEach(item -> written.addObject().put("product", item.product()).put("quantity", item.quantity()));
        return command;
    }
}
