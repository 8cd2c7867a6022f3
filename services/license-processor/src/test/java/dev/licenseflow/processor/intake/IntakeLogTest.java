package dev.licenseflow.processor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class IntakeLogTest {

    private final Deque<Runnable> spans = new ArrayDeque<>();
    private final IntakeLog log = new IntakeLog(spans::add);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void detach() {
        logger().detachAppender(lines);
    }

    @Test
    void aDeadLetterIsOneLineWithReasonAndPlace() {
        log.deadLetter(place(17), "UNREADABLE", "The bytes do not begin with byte 0 and a schema id");

        assertThat(lines())
                .containsExactly("Dead letter UNREADABLE of licensing.requests: licensing.requests-3@17: "
                        + "The bytes do not begin with byte 0 and a schema id");
        assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void repeatedOnesAreSummedUpOnceTheSpanIsOver() {
        for (int offset = 0; offset < 1_000; offset++) {
            log.deadLetter(place(offset), "UNREADABLE", "No schema has the id " + offset);
        }
        assertThat(lines()).hasSize(1);

        endSpan();
        assertThat(lines()).hasSize(2).last().asString().contains("999 more", "licensing.requests-3@999");
    }

    @Test
    void aStormThatGoesOnIsOneLineASpanAndItsEndIsQuiet() {
        log.deadLetter(place(1), "UNREADABLE", "bad");
        log.deadLetter(place(2), "UNREADABLE", "bad");
        endSpan();
        log.deadLetter(place(3), "UNREADABLE", "bad");
        endSpan();
        endSpan();
        assertThat(lines()).hasSize(3);
        assertThat(spans).isEmpty();

        log.deadLetter(place(4), "UNREADABLE", "bad again");
        assertThat(lines()).hasSize(4).last().asString().contains("bad again");
    }

    @Test
    void eachKindIsReportedForItself() {
        log.deadLetter(place(1), "UNREADABLE", "bad");
        log.deadLetter(place(2), "FOREIGN_KEY", "the key is 'c2', the customer id is 'c1'");
        log.redirected(place(3), 5);

        assertThat(lines()).hasSize(3).last().asString().contains("partition 5", "murmur2", "licensing.requests-3@3");
    }

    @Test
    void noMessageBeginsALineOfItsOwnOrFloodsTheLog() {
        log.deadLetter(place(1), "FOREIGN_KEY", "the key is 'c1\n2026-01-01 ERROR all is lost'" + "x".repeat(10_000));

        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line).doesNotContain("\n").hasSizeLessThan(400));
    }

    private void endSpan() {
        spans.remove().run();
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(IntakeLog.class);
    }

    private static RecordMetadata place(long offset) {
        return new RecordMetadata() {
            @Override
            public String topic() {
                return "licensing.requests";
            }

            @Override
            public int partition() {
                return 3;
            }

            @Override
            public long offset() {
                return offset;
            }
        };
    }
}
