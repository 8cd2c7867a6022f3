package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.request.Command;

/** The rule of each command, for one situation. */
record CommandRules(Situation situation) implements Command.Cases<Ruling> {

    @Override
    public Ruling registerCustomer(Command.RegisterCustomer command) {
        return RegisterCustomerRule.judge(situation, command);
    }

    @Override
    public Ruling changeLicenses(Command.ChangeLicenses command) {
        return ChangeLicensesRule.judge(situation, command);
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
}
