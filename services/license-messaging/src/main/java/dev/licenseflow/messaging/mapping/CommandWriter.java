package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.LicenseChange;
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
import dev.licenseflow.schema.request.Operation;
import dev.licenseflow.schema.request.Reactivate;
import dev.licenseflow.schema.request.RegisterCustomer;
import dev.licenseflow.schema.request.Renew;
import dev.licenseflow.schema.request.RenewalMethod;
import dev.licenseflow.schema.request.Resume;
import dev.licenseflow.schema.request.ScheduleRenewal;
import dev.licenseflow.schema.request.Suspend;
import dev.licenseflow.schema.request.TransferCustomer;
import dev.licenseflow.schema.request.UnscheduleRenewal;
import dev.licenseflow.schema.request.WithdrawCancellation;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The branch of the union for a command. */
final class CommandWriter implements Command.Cases<SpecificRecord> {

    @Override
    public SpecificRecord registerCustomer(Command.RegisterCustomer command) {
        return new RegisterCustomer(
                command.system(), Symbols.same(RenewalMethod.class, command.renewalMethod()), items(command.items()));
    }

    @Override
    public SpecificRecord changeLicenses(Command.ChangeLicenses command) {
        return new ChangeLicenses(changes(command.changes()));
    }

    @Override
    public SpecificRecord confirmQuote(Command.ConfirmQuote command) {
        return new ConfirmQuote(command.quoteId());
    }

    @Override
    public SpecificRecord declineQuote(Command.DeclineQuote command) {
        return new DeclineQuote(command.quoteId());
    }

    @Override
    public SpecificRecord changeRenewalMethod(Command.ChangeRenewalMethod command) {
        return new ChangeRenewalMethod(Symbols.same(RenewalMethod.class, command.renewalMethod()));
    }

    @Override
    public SpecificRecord renew(Command.Renew command) {
        return new Renew();
    }

    @Override
    public SpecificRecord suspend(Command.Suspend command) {
        return new Suspend();
    }

    @Override
    public SpecificRecord resume(Command.Resume command) {
        return new Resume();
    }

    @Override
    public SpecificRecord reactivate(Command.Reactivate command) {
        return new Reactivate(command.system().orElse(null), items(command.items()));
    }

    @Override
    public SpecificRecord changeSystem(Command.ChangeSystem command) {
        return new ChangeSystem(command.system(), changes(command.changes()));
    }

    @Override
    public SpecificRecord scheduleRenewal(Command.ScheduleRenewal command) {
        return new ScheduleRenewal();
    }

    @Override
    public SpecificRecord unscheduleRenewal(Command.UnscheduleRenewal command) {
        return new UnscheduleRenewal();
    }

    @Override
    public SpecificRecord cancelCustomer(Command.CancelCustomer command) {
        return new CancelCustomer();
    }

    @Override
    public SpecificRecord withdrawCancellation(Command.WithdrawCancellation command) {
        return new WithdrawCancellation();
    }

    @Override
    public SpecificRecord transferCustomer(Command.TransferCustomer command) {
        return new TransferCustomer(command.toPartnerId());
    }

    @Override
    public SpecificRecord adjustCharge(Command.AdjustCharge command) {
        return new AdjustCharge(command.chargeId(), command.amountCents(), command.reason());
    }

    @Override
    public SpecificRecord issueCharge(Command.IssueCharge command) {
        return new IssueCharge(
                command.product(),
                command.amountCents(),
                command.reason(),
                command.corrects().orElse(null));
    }

    private static List<Change> changes(List<LicenseChange> changes) {
        List<Change> written = new ArrayList<>(changes.size());
        for (LicenseChange change : changes) {
            written.add(
                    new Change(change.product(), Symbols.same(Operation.class, change.operation()), change.quantity()));
        }
        return written;
    }

    private static List<Item> items(List<dev.licenseflow.domain.request.Item> items) {
        List<Item> written = new ArrayList<>(items.size());
        for (dev.licenseflow.domain.request.Item item : items) {
            written.add(new Item(item.product(), item.quantity()));
        }
        return written;
    }
}
