package dev.licenseflow.processor.processor;

import dev.licenseflow.messaging.mapping.MonthBegin;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sees to it that months are closed (M4, M5). A month is due once the partition's own time, that of its records, has
 * passed the boundary; so no request that was appended before it can be overtaken. On a quiet partition nothing moves
 * that time: there the wall clock notices that the boundary has passed and appends one tick to the partition's own part
 * of the clock topic, behind all that waits.
 */
final class MonthCloseStep implements Processor<String, byte[], Object, Object> {

    /** At least this long between two ticks: a broker's clock that lags behind ours gets another one, not a flood. */
    private static final Duration TICK_SPACING = Duration.ofSeconds(5);

    private final Steps steps;
    private ProcessorContext<Object, Object> context;
    private PartitionState partition;
    private MonthSweeper sweeper;
    private boolean tickIsOnItsWay;
    private Instant lastTick = Instant.EPOCH;

    MonthCloseStep(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        partition = PartitionState.of(steps, processorContext);
        sweeper = new MonthSweeper(steps, partition, processorContext);
        Duration interval = steps.settings().sweepInterval();
        context.schedule(interval, PunctuationType.STREAM_TIME, partitionTime -> sweep());
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, wallClock -> {
            sweep();
            tickIfQuiet(Instant.ofEpochMilli(wallClock));
        });
    }

    /** A tick says nothing but its time. */
    @Override
    public void process(Record<String, byte[]> tick) {
        tickIsOnItsWay = false;
        partition.sweeps().open(Instant.ofEpochMilli(tick.timestamp()), steps.calendar());
    }

    private void sweep() {
        partitionMonth().ifPresent(sweeper::turn);
    }

    private void tickIfQuiet(Instant now) {
        YearMonth month = steps.calendar().monthOf(now);
        boolean behind = partitionMonth().map(known -> known.isBefore(month)).orElse(true);
        if (!behind || tickIsOnItsWay || now.isBefore(lastTick.plus(TICK_SPACING))) {
            return;
        }
        int number = context.taskId().partition();
        MonthBegin tick = new MonthBegin(month, number);
        context.forward(
                new Record<>(Integer.toString(number), tick, now.toEpochMilli()),
                steps.topics().clock().egress());
        tickIsOnItsWay = true;
        lastTick = now;
    }

    /** The month of the partition's own time; empty before its first record. */
    private Optional<YearMonth> partitionMonth() {
        long time = context.currentStreamTimeMs();
        return time < 0 ? Optional.empty() : Optional.of(steps.calendar().monthOf(Instant.ofEpochMilli(time)));
    }
}
