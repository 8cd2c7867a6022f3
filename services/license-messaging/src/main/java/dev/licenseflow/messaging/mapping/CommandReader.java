package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.schema.request.AdjustCharge;
import dev.licenseflow.schema.request.CancelCustomer;
import dev.licenseflow.schema.request.Change;
import dev.licenseflow.schema.request.ChangeLicenses;
import dev.licenseflow.schema.request.ChangeRenewalMethod;
import dev.licenseflow.schema.request.ChangeSystem;
import dev.licenseflow.schema.request.ConfirmQuote;
import dev.licenseflow.schema.request.DeclineQuote;
import dev.licenseflow.schema.request.IssueCharge;
import dev.licenseflow.schema.request.Item;
import dev.licenseflow.schema.request.Reactivate;
import dev.licenseflow.schema.request.RegisterCustomer;
import dev.licenseflow.schema.request.Renew;
import dev.licenseflow.schema.request.Resume;
import dev.licenseflow.schema.request.ScheduleRenewal;
import dev.licenseflow.schema.request.Suspend;
import dev.licenseflow.schema.request.TransferCustomer;
import dev.licenseflow.schema.request.UnscheduleRenewal;
import dev.licenseflow.schema.request.WithdrawCancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command of a branch of the union. */
final class CommandReader {

    private static final UnionReader<Command> READER = new UnionReader<Command>()
            .on(RegisterCustomer.class, CommandReader::registerCustomer)
            .on(ChangeLicenses.class, command -> new Command.ChangeLicenses(changes(command.getChanges())))
            .on(ConfirmQuote.class, command -> new Command.ConfirmQuote(command.getQuoteId()))
            .on(DeclineQuote.class, command -> new Command.DeclineQuote(command.getQuoteId()))
            .on(
                    ChangeRenewalMethod.class,
                    command -> new Command.ChangeRenewalMethod(
                            Symbols.known("renewalMethod", RenewalMethod.class, command.getRenewalMethod())))
            .on(Renew.class, command -> new Command.Renew())
            .on(Suspend.class, command -> new Command.Suspend())
            .on(Resume.class, command -> new Command.Resume())
            .on(
                    Reactivate.class,
                    command ->
                            new Command.Reactivate(Optional.ofNullable(command.getSystem()), items(command.getItems())))
            .on(
                    ChangeSystem.class,
                    command -> new Command.ChangeSystem(command.getSystem(), changes(command.getChanges())))
            .on(ScheduleRenewal.class, command -> new Command.ScheduleRenewal())
            .on(UnscheduleRenewal.class, command -> new Command.UnscheduleRenewal())
            .on(CancelCustomer.class, command -> new Command.CancelCustomer())
            .on(WithdrawCancellation.class, command -> new Command.WithdrawCancellation())
            .on(TransferCustomer.class, command -> new Command.TransferCustomer(command.getToPartnerId()))
            .on(
                    AdjustCharge.class,
                    command -> new Command.AdjustCharge(
                            command.getChargeId(), command.getAmountCents(), command.getReason()))
            .on(
                    IssueCharge.class,
                    command -> new Command.IssueCharge(
                            command.getProduct(),
                            command.getAmountCents(),
                            command.getReason(),
                            Optional.ofNullable(command.getCorrects())));

    private CommandReader() {}

    /** @throws IllegalArgumentException if the branch is none of this version's, or holds an unknown symbol */
    static Command read(@Nullable Object branch) {
        return READER.read("command", branch);
    }

    private static Command registerCustomer(RegisterCustomer command) {
        return new Command.RegisterCustomer(
                command.getSystem(),
                Symbols.known("renewalMethod", RenewalMethod.class, command.getRenewalMethod()),
                items(command.getItems()));
    }

    private static List<LicenseChange> changes(List<Change> changes) {
        List<LicenseChange> read = new ArrayList<>(changes.size());
        for (Change change : changes) {
            read.add(new LicenseChange(
                    change.getProduct(),
                    Symbols.known("operation", Operation.class, change.getOperation()),
                    change.getQuantity()));
        }
        return read;
    }

    private static List<dev.licenseflow.domain.request.Item> items(List<Item> items) {
        List<dev.licenseflow.domain.request.Item> read = new ArrayList<>(items.size());
        for (Item item : items) {
            read.add(new dev.licenseflow.domain.request.Item(item.getProduct(), item.getQuantity()));
        }
        return read;
    }
}
