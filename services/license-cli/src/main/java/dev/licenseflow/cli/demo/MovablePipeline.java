package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.decision.MonthTotals;
import java.time.YearMonth;

/** A pipeline whose month need not be waited for. */
interface MovablePipeline extends StoryPipeline {

    /** Lets the month begin and waits until all partitions are closed; what that did to all customers (M4). */
    MonthTotals begin(YearMonth month) throws InterruptedException;
}
