package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.request.Command;
import java.util.Optional;

/** The rule of each command, for one situation. */
record CommandRules(Situation situation) implements Command.Cases<Ruling> {

    @Override
    public Ruling registerCustomer(Command.RegisterCustomer command) {
        return RegisterCustomerRule.judge(situation, command);
    }

    @Override
    public Ruling changeLicenses(Command.ChangeLicenses command) {
        return ChangeRule.judge(situation, Optional.empty(), command.changes());
    }

    @Override
    public Ruling confirmQuote(Command.ConfirmQuote command) {
        return QuoteRule.confirm(situation, command.quoteId());
    }

    @Override
    public Ruling declineQuote(Command.DeclineQuote command) {
        return QuoteRule.decline(situation, command.quoteId());
    }

    @Override
    public Ruling changeRenewalMethod(Command.ChangeRenewalMethod command) {
        return StatusRule.changeRenewalMethod(situation, command);
    }

    @Override
    public Ruling renew(Command.Renew command) {
        return RenewRule.judge(situation);
    }

    @Override
    public Ruling suspend(Command.Suspend command) {
        return StatusRule.suspend(situation);
    }

    @Override
    public Ruling resume(Command.Resume command) {
        return StatusRule.resume(situation);
    }

    @Override
    public Ruling reactivate(Command.Reactivate command) {
        return ReactivateRule.judge(situation, command);
    }

    @Override
    public Ruling changeSystem(Command.ChangeSystem command) {
        return ChangeRule.judge(situation, Optional.of(command.system()), command.changes());
    }

    @Override
    public Ruling scheduleRenewal(Command.ScheduleRenewal command) {
        return RenewRule.schedule(situation);
    }

    @Override
    public Ruling unscheduleRenewal(Command.UnscheduleRenewal command) {
        return RenewRule.unschedule(situation);
    }

    @Override
    public Ruling cancelCustomer(Command.CancelCustomer command) {
        return CancelRule.cancel(situation);
    }

    @Override
    public Ruling withdrawCancellation(Command.WithdrawCancellation command) {
        return CancelRule.withdraw(situation);
    }

    @Override
    public Ruling transferCustomer(Command.TransferCustomer command) {
        return StatusRule.transfer(situation, command.toPartnerId());
    }

    @Override
    public Ruling adjustCharge(Command.AdjustCharge command) {
        return ChargeRule.adjust(situation, command);
    }

    @Override
    public Ruling issueCharge(Command.IssueCharge command) {
        return ChargeRule.issue(situation, command);
    }
}
